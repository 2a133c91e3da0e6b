export const figureId = (node: string, subject: string): string => `${node}@${subject}`

/** Splits a figure id; undefined when it has no `@`. */
export function parseFigureId(id: string): { readonly node: string; readonly subject: string } | undefined {
  const at = id.indexOf('@')
  return at === -1 ? undefined : { node: id.slice(0, at), subject: id.slice(at + 1) }
}
