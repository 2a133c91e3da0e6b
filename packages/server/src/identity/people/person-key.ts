/** What a person's rows are kept under. */
export interface PersonKey {
  readonly county_code: string
  readonly person_id: string
}
