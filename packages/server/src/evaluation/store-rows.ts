import type { RegisterRow } from '@eduduty/core/collection'
import { findUnitColumn, type Pack, type Register } from '@eduduty/core/packs'
import { guardOf, keptRow, type StoredSheet, sheetKey } from '../collection/index.ts'
import type { Queries } from '../platform/db/database.ts'
import { registerColumnName } from '../platform/db/registers/register-table.ts'
import type { Keyring } from '../platform/keys/keyring.ts'
import type { UnitPath } from './unit-path.ts'

export interface RowsToStore {
  readonly pathOf: UnitPath
  /** Table of each register. */
  readonly tables: ReadonlyMap<string, string>
  readonly pack: Pack
  readonly county: string
  readonly snapshot: string
  readonly rows: readonly RegisterRow[]
  readonly sheets: ReadonlyMap<string, StoredSheet>
  readonly nameOf: (unit: string) => string
  readonly now: Date
  /** Seals what the registers keep sealed. */
  readonly keyring: Keyring
}

interface Submission {
  readonly id: string
  readonly register: Register
  readonly year: number
  readonly unit: string
  readonly place: StoredSheet | undefined
  readonly rows: readonly RegisterRow[]
}

/** All submissions of one snapshot begin with this. */
export const snapshotPrefix = (snapshot: string): string => `${snapshot.slice(0, 16)}-`

/**
 * Keeps the rows of a snapshot as submissions, one for each register, year and sheet. A submission of the same unit,
 * register and year from an earlier snapshot stays and is named as superseded.
 */
export async function storeRows(queries: Queries, input: RowsToStore): Promise<void> {
  const prefix = snapshotPrefix(input.snapshot)
  const present = await queries.run(
    'select 1 from collection_submissions where county_code = $1 and starts_with(submission_id, $2) limit 1',
    [input.county, prefix],
  )
  if (present.length > 0) return
  const submissions = groupRows(input, prefix)
  await storeSubmissions(queries, input, submissions)
  for (const register of input.pack.registers) {
    const own = submissions.filter((submission) => submission.register.id === register.id)
    const table = input.tables.get(register.id)
    if (table !== undefined && own.length > 0) await loadRegister(queries, input, { table, register, own })
  }
}

function groupRows(input: RowsToStore, prefix: string): readonly Submission[] {
  const groups = new Map<string, RegisterRow[]>()
  for (const row of input.rows) {
    const key = JSON.stringify([row.register, row.year, row.source.file, row.source.sheet])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()].flatMap((rows, index) => {
    const [first] = rows
    const register = input.pack.registers.find((candidate) => candidate.id === first?.register)
    if (first === undefined || register === undefined) return []
    const units = new Set(rows.map((row) => unitOf(input.pack, register, row)))
    const [only] = units
    const unit = units.size === 1 && only !== undefined && only !== '' ? only : input.county
    const place = input.sheets.get(sheetKey(first.source.file, first.source.sheet))
    return [{ id: `${prefix}${index + 1}`, register, year: first.year, unit, place, rows }]
  })
}

function unitOf(pack: Pack, register: Register, row: RegisterRow): string {
  const column = findUnitColumn(pack, register)
  return column === undefined ? '' : String(row.values[column.id] ?? '')
}

async function storeSubmissions(
  queries: Queries,
  input: RowsToStore,
  submissions: readonly Submission[],
): Promise<void> {
  const homes = new Set(input.pack.registers.map((register) => register.home ?? input.pack.pack.id))
  const former = await queries.run<{ register: string; year: number; unit_code: string; submission_id: string }>(
    `select distinct on (register, year, unit_code) register, year, unit_code, submission_id from collection_submissions
     where county_code = $1 and pack_id = any($2) order by register, year, unit_code, created_at desc, submission_id`,
    [input.county, [...homes]],
  )
  const formerIds = new Map(
    former.map((row) => [JSON.stringify([row.register, row.year, row.unit_code]), row.submission_id]),
  )
  await queries.loadRows(
    'collection_submissions',
    [
      'county_code',
      'submission_id',
      'pack_id',
      'register',
      'unit_code',
      'unit_name',
      'year',
      'status',
      'supersedes',
      'file_id',
      'sheet_no',
      'org_path',
      'created_at',
    ],
    submissions.map(({ id, register, unit, year, place }) => [
      input.county,
      id,
      register.home ?? input.pack.pack.id,
      register.id,
      unit,
      input.nameOf(unit),
      year,
      'submitted',
      formerIds.get(JSON.stringify([register.id, year, unit])) ?? null,
      place?.fileId ?? null,
      place?.sheetNo ?? null,
      input.pathOf(unit),
      input.now,
    ]),
  )
}

interface RegisterLoad {
  readonly table: string
  readonly register: Register
  readonly own: readonly Submission[]
}

/** A row stands under its own unit, also where one sheet holds the rows of many. */
async function loadRegister(
  queries: Queries,
  { pack, county, pathOf, keyring }: RowsToStore,
  { table, register, own: submissions }: RegisterLoad,
): Promise<void> {
  const columns = register.columns.map((column) => registerColumnName(column.id))
  const guard = guardOf(keyring, register, county)
  function* rows(): Generator<unknown[]> {
    for (const { id, place, rows: own, unit, year } of submissions)
      for (const row of own) {
        const line = row.source.row === undefined ? null : row.source.row + 1
        const path = pathOf(unitOf(pack, register, row) || unit)
        const whose = [county, year, path, id, place?.fileId ?? null, place?.sheetNo ?? null, line]
        const { exact, refused, cells } = keptRow(register, row, guard)
        yield [...whose, exact, refused, ...cells]
      }
  }
  await queries.loadRows(
    table,
    [
      'county_code',
      'year',
      'org_path',
      'submission_id',
      'file_id',
      'sheet_no',
      'source_row',
      'exact_values',
      'refused',
      ...columns,
    ],
    rows(),
  )
}
