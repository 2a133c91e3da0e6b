/** Entries of a list that never changes, each with its place as a name. */
export const numbered = <One>(all: readonly One[]): readonly { readonly no: number; readonly one: One }[] =>
  all.map((one, no) => ({ no, one }))
