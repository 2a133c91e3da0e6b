/** To what of a child a paper belongs, and the id of that. */
export interface PaperSubject {
  readonly kind: 'case' | 'care_child'
  readonly id: string
}

/** The same as contracts and the log name it. */
export const namedSubject = ({ kind, id }: PaperSubject): { readonly case: string } | { readonly child: string } =>
  kind === 'case' ? { case: id } : { child: id }
