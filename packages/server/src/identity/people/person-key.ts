/** What a person's rows are kept under. */
export interface PersonKey {
  readonly county: string
  readonly personId: string
}
