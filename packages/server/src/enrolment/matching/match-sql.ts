import type { Match } from '@eduduty/core/packs'
import { quoteName } from '../../platform/db/identifiers.ts'
import {
  blindKeySql,
  indexColumnName,
  isSealed,
  registerColumnName,
} from '../../platform/db/registers/register-table.ts'
import type { PlannedSide } from './match-plan.ts'

type KeyRole = Match['exact'][number] | 'unit'

/** A statement that grows, with its parameters. */
export class SqlParameters {
  readonly values: unknown[] = []

  /** The place of a value: `$3`. */
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** What is compared of a column: of a sealed one the blind index in front, in which equal numbers are equal. */
export function keySql({ side, counted }: PlannedSide, role: KeyRole, alias: string): string | undefined {
  const id = side.keys[role]
  const column = counted.table.register.columns.find((one) => one.id === id)
  if (column === undefined) return undefined
  const name = `${alias}.${quoteName(registerColumnName(column.id))}`
  return isSealed(column) ? `split_part(${name}, ':', 1)` : name
}

/** The same for a join of many rows: of a sealed column the stored beginning of the blind index, where the table has it. */
function joinedKeySql(side: PlannedSide, role: KeyRole, alias: string): string | undefined {
  const { register, indexed } = side.counted.table
  const column = register.columns.find(({ id }) => id === side.side.keys[role])
  if (column === undefined || !isSealed(column)) return keySql(side, role, alias)
  if (indexed.has(column.id)) return `${alias}.${quoteName(indexColumnName(column.id))}`
  return blindKeySql(`${alias}.${quoteName(registerColumnName(column.id))}`)
}

/** Of a list of one a row would be asked as of any list, a million times over: so it is compared as it is. */
function submittedSql(ids: readonly string[], parameters: SqlParameters): string {
  const [only] = ids
  return ids.length === 1
    ? `submission_id = ${parameters.add(only)}`
    : `submission_id = any(${parameters.add(ids)}::text[])`
}

/** The rows of one side that take part: a table expression under `alias`. */
export function rowsSql(
  { counted, where }: PlannedSide,
  alias: string,
  county: string,
  parameters: SqlParameters,
): string {
  const submissions = submittedSql(counted.submissionIds, parameters)
  return `(select * from ${quoteName(counted.table.name)}
    where county_code = ${parameters.add(county)} and ${submissions} and ${where}) ${alias}`
}

/**
 * The keys of the rows of one side, and nothing else of them: `with` keeps the database from carrying the whole row,
 * sealed number and all, through the join, and lets several of its processes work at it.
 */
function narrowSql(
  { counted, where }: PlannedSide,
  columns: string,
  alias: string,
  county: string,
  parameters: SqlParameters,
): string {
  const submissions = submittedSql(counted.submissionIds, parameters)
  return `(with narrow as not materialized (select ${columns} from ${quoteName(counted.table.name)} s
    where county_code = ${parameters.add(county)} and ${submissions} and ${where})
    select * from narrow) ${alias}`
}

/** Rows `l` of one side with their keys, to be tested by `counterpartsSql`. */
export function keyedRowsSql(
  found: PlannedSide,
  { exact, units }: Pick<Match, 'exact' | 'units'>,
  county: string,
  parameters: SqlParameters,
): string {
  const roles: readonly KeyRole[] = units === undefined ? exact : [...exact, 'unit']
  const keys = roles.flatMap((role) => {
    const key = joinedKeySql(found, role, 's')
    return key === undefined ? [] : [`${key} as ${role}_key`]
  })
  return narrowSql(found, ['row_no', ...keys].join(', '), 'l', county, parameters)
}

/** Whether the rows of a child must be of one unit, of several, or whatever. */
const unitTests = {
  都比: '',
  不同: ' and r.other_unit <> l.unit_key',
  相同: ' and r.other_unit = l.unit_key',
} as const

/** Tests of a row `l` against every other side and key: each can be run as one join of hashes. */
export function counterpartsSql(
  found: PlannedSide,
  others: readonly PlannedSide[],
  { exact, units }: Pick<Match, 'exact' | 'units'>,
  county: string,
  parameters: SqlParameters,
): readonly string[] {
  const condition = unitTests[units ?? '都比']
  return others.flatMap((other) =>
    exact.flatMap((role) => {
      const [mine, theirs] = [joinedKeySql(found, role, 's'), joinedKeySql(other, role, 's')]
      if (mine === undefined || theirs === undefined) return []
      const unit = units === undefined ? '' : `, ${joinedKeySql(other, 'unit', 's')} as other_unit`
      const rows = narrowSql(other, `${theirs} as other_key${unit}`, 'r', county, parameters)
      return [`exists (select from ${rows} where r.other_key = l.${role}_key${condition})`]
    }),
  )
}
