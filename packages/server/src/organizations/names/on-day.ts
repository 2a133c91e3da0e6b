/**
 * What holds on a day, as SQL: the first day counts, the last one no more. `row` is an alias, `day` a parameter such as
 * `$3`; a row without an end lasts.
 */
export const lastsOn = (row: string, day: string): string => `${row}.since <= ${day} and ${notOver(row, day)}`

/** Lasts on the day, or is still to begin. */
export const notOver = (row: string, day: string): string => `(${row}.until is null or ${day} < ${row}.until)`

/** A unit or post that is not closed by a day; a closing that is still to come leaves it open. */
export const openOn = (row: string, day: string): string => `(${row}.closed_on is null or ${day} < ${row}.closed_on)`

/** The same of a row that was read. */
export function isOpenOn({ closed_on }: { readonly closed_on: string | null }, day: string): boolean {
  return closed_on === null || day < closed_on
}

/** Name of a unit on a day, as SQL; empty when it had none. `county` and `unit` are columns or parameters. */
export const unitNameOn = (county: string, unit: string, day: string): string =>
  `coalesce((select v.name from organizations_unit_versions v where v.county_code = ${county} and v.unit_id = ${unit}
     and ${lastsOn('v', day)} limit 1), '')`
