/** The roles by which columns of different registers are compared. */
export const matchRoles = ['identity', 'name', 'birth', 'sex', 'guardian', 'address'] as const
export type MatchRole = (typeof matchRoles)[number]

/** What a register says of one child, as texts; a cell that was not filled in is absent. `key` names the row. */
export interface MatchPerson extends Partial<Record<MatchRole, string>> {
  readonly key: string
}

/** How signs are read. The rules know no dictionary: who calls them brings one. */
export interface SignReader {
  /** A traditional sign as the simplified one; any other as it is. */
  simplify(sign: string): string
  /** Every reading of a sign without tone, the usual one first: `['dan', 'shan', 'chan']`. Empty for none. */
  readings(sign: string): readonly string[]
}

/** How far one pair of cells agrees, and why: 1 the same, 0 says nothing, −1 speaks against. */
export interface Likeness {
  /** −1 … 1 */
  readonly degree: number
  /** The reason for a person to read; empty where the cells are the same or say nothing. */
  readonly says: string
}
