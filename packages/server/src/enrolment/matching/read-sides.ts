import { shownEntry } from '@eduduty/core/collection'
import type { MatchRole } from '@eduduty/core/enrolment'
import type { Column, MatchKeys } from '@eduduty/core/packs'
import { refusedNumbersOf, type TaskPack } from '../../collection/index.ts'
import type { Queries, SqlRow } from '../../platform/db/database.ts'
import { isSealed, registerColumnName } from '../../platform/db/registers/register-table.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { blindIndex } from '../../platform/keys/seal.ts'
import type { PlannedExempt, PlannedSide } from './match-plan.ts'
import { keySql, rowsSql, SqlParameters } from './match-sql.ts'

/** One row of a side, not opened: what is sealed stays so. */
export interface SideRow {
  readonly side: PlannedSide
  readonly rowNo: number
  readonly path: string
  /** Who it is of: the blind index of the number, or of the row where it has none. */
  readonly subject: string
  /** Changes when something that was compared or told changes. */
  readonly print: string
  /** Texts by column, of codes their titles; sealed ones as they are stored. */
  readonly texts: ReadonlyMap<string, string>
  /** Place of the first exemption that holds. */
  readonly exempt: number | undefined
}

export interface SidesReading {
  readonly db: Queries
  readonly pack: TaskPack
  readonly keyring: Keyring
  readonly county: string
}

/** Rows that are read in one go. */
const BATCH = 5_000

/** Some rows of one side, with the first exemption that holds for each. `told`: texts that name columns. */
export async function readSideRows(
  reading: SidesReading,
  side: PlannedSide,
  rowNos: readonly number[],
  { exempts = [], told = '' }: { readonly exempts?: readonly PlannedExempt[]; readonly told?: string } = {},
): Promise<readonly SideRow[]> {
  const rows: SideRow[] = []
  for (let from = 0; from < rowNos.length; from += BATCH) {
    const parameters = new SqlParameters()
    const source = rowsSql(side, 'l', reading.county, parameters)
    const exempt = exemptSql(reading.county, side, exempts, parameters)
    const found = await reading.db.run(
      `select l.*, ${exempt} as exempt_no from ${source}
       where l.row_no = any(${parameters.add(rowNos.slice(from, from + BATCH))}::bigint[]) order by l.row_no`,
      parameters.values,
    )
    rows.push(...found.map((row) => sideRow(reading, side, row, told)))
  }
  return rows
}

function exemptSql(
  county: string,
  side: PlannedSide,
  exempts: readonly PlannedExempt[],
  parameters: SqlParameters,
): string {
  const cases = exempts.flatMap(({ when, in: other }, at) => {
    if (other === undefined) return [`when ${qualified(when.get(side.side.register) ?? 'false')} then ${at}`]
    const [mine, theirs] = [keySql(side, 'identity', 'l'), keySql(other, 'identity', 'r')]
    if (mine === undefined || theirs === undefined) return []
    return [`when exists (select from ${rowsSql(other, 'r', county, parameters)} where ${theirs} = ${mine}) then ${at}`]
  })
  return cases.length === 0 ? 'null::integer' : `case ${cases.join(' ')} end`
}

/** Only `l` has these columns where no other table stands beside it. */
const qualified = (condition: string): string => `(${condition})`

function sideRow(reading: SidesReading, side: PlannedSide, row: SqlRow, told: string): SideRow {
  const { columns } = side.counted.table.register
  const texts = new Map<string, string>()
  for (const column of columns) {
    const cell = row[registerColumnName(column.id)]
    const value = typeof cell === 'string' || typeof cell === 'boolean' ? cell : plainNumber(cell)
    if (value !== undefined) texts.set(column.id, shownEntry(value, column, reading.pack.reading.codes))
  }
  const path = String(row.org_path)
  const exempt = typeof row.exempt_no === 'number' ? row.exempt_no : undefined
  const known = { side, rowNo: Number(row.row_no), path, texts, exempt }
  // A number that was refused names nobody: the row stays its own subject, also when the number is put right.
  const subject = subjectOf(reading, known)
  const refused = refusedNumber(side, row)
  if (refused !== undefined) texts.set(refused.column, refused.stored)
  return { ...known, subject, print: printOf(reading, known, told) }
}

/** A number with a slip, which the reader of the register did not take: it is what comes near the right one. */
function refusedNumber(
  side: PlannedSide,
  row: SqlRow,
): { readonly column: string; readonly stored: string } | undefined {
  const column = columnOf(side, 'identity')
  if (column === undefined || row[registerColumnName(column.id)] !== null) return undefined
  const stored = refusedNumbersOf(row.refused)[column.id]
  if (stored === undefined || (isSealed(column) && !stored.includes(':'))) return undefined
  return { column: column.id, stored }
}

const plainNumber = (cell: unknown): string | undefined =>
  typeof cell === 'number' || typeof cell === 'bigint' ? String(cell) : undefined

type Known = Pick<SideRow, 'side' | 'path' | 'texts'>

/** The column of a role, and what stands in it. */
export function cellOf({ side, texts }: Pick<SideRow, 'side' | 'texts'>, role: keyof MatchKeys): string | undefined {
  const id = side.side.keys[role]
  return id === undefined ? undefined : texts.get(id)
}

export function columnOf(side: PlannedSide, role: keyof MatchKeys): Column | undefined {
  return side.counted.table.register.columns.find(({ id }) => id === side.side.keys[role])
}

/** The blind index in front of what is stored; a text that is not sealed is its own. */
export const indexOf = (stored: string): string => stored.split(':', 1)[0] ?? ''

function subjectOf(reading: SidesReading, row: Known): string {
  const number = cellOf(row, 'identity')
  if (number !== undefined && number !== '') return indexOf(number)
  const { register } = row.side.counted.table
  const keys = register.columns.flatMap(({ id, dimension }) => (dimension === undefined ? [] : [plainCell(row, id)]))
  return hash(reading, [register.id, row.path, ...keys])
}

/** A sealed cell is sealed anew at each writing: only its index stays the same. */
function plainCell({ side, texts }: Known, id: string): string {
  const column = side.counted.table.register.columns.find((one) => one.id === id)
  const text = texts.get(id) ?? ''
  return column !== undefined && isSealed(column) ? indexOf(text) : text
}

function printOf(reading: SidesReading, row: Known, told: string): string {
  const named = [...told.matchAll(/\{([^{}]+)\}/g)].map(([, id = '']) => id)
  const ids = [...Object.values(row.side.side.keys), ...named]
  return hash(
    reading,
    ids.map((id) => plainCell(row, id)),
  )
}

const hash = ({ keyring, county }: SidesReading, parts: readonly string[]): string =>
  blindIndex(keyring, 'enrolment row', county, JSON.stringify(parts))

/** A text with {column} filled from the rows of one child; what they say differently is listed. */
export function filledWords(rows: readonly Pick<SideRow, 'texts'>[], words: string): string {
  return words.replace(/\{([^{}]+)\}/g, (_, id: string) =>
    [...new Set(rows.map(({ texts }) => texts.get(id) ?? '（未填）'))].toSorted().join('、'),
  )
}

/** Roles that are compared beside the number. */
export const plainRoles = ['name', 'birth', 'sex', 'guardian', 'address'] as const satisfies readonly MatchRole[]
