import type { TaskVersion, VersionRow } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { showRow } from '../entry/show-row.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { type CellGuard, guardOf } from '../rows/cell-guard.ts'
import { countRegisterRows, type RowsWanted, readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { getTask } from './get-task.ts'
import { listVersions } from './list-versions.ts'
import { isRoster, type TaskKey } from './task-row.ts'

/** Rows of the present that are read in one go, to find those that an earlier version is compared with. */
const BATCH_ROWS = 2_000

export interface VersionWanted extends TaskKey {
  readonly version: number
  readonly from: number
  readonly size: number
  /** What it is compared with; the last version has none after it. */
  readonly against: 'now' | 'next'
}

interface Showing {
  readonly pack: TaskPack
  readonly register: Register
  readonly guard: CellGuard | undefined
}

/**
 * The cells of one version of a task, each beside what stands there now, or in the version after it. Of a roster only the rows asked for. Errors:
 * `collection.task_not_found`, `collection.version_not_found`.
 */
export async function readVersion(ctx: Ctx, wanted: VersionWanted, keyring: Keyring): Promise<TaskVersion> {
  const task = await getTask(ctx, wanted)
  const { row, pack } = task
  const versions = await listVersions(ctx, task)
  const found = versions.find(({ version }) => version === wanted.version)
  if (found === undefined) throw new AppError('collection.version_not_found', { version: wanted.version })
  const { submission_id: _, status: __, ...facts } = found
  const register = pack.register(row.register)
  const table = await getRegisterTable(ctx.db, pack, register)
  const showing = { pack, register, guard: guardOf(keyring, register, row.county_code) }
  const then = { county: row.county_code, submissionId: found.submission_id }
  const stored = await readRegisterRows(ctx.db, table, { ...then, offset: wanted.from, limit: wanted.size })
  const total = await countRegisterRows(ctx.db, table, then)
  const isPresent = row.submission_id === found.submission_id
  const next = versions.find(({ version }) => wanted.against === 'next' && version === wanted.version + 1)
  const now = { county: row.county_code, submissionId: next?.submission_id ?? row.submission_id ?? '' }
  const isWhole = !isPresent && total === stored.length
  const keys = new Set(stored.map((one) => keyOf(showing, one)))
  const none: Present = { byKey: new Map(), added: 0 }
  const { byKey, added } = isPresent ? none : await findPresent(ctx, { showing, table, now, keys, isWhole })
  return {
    ...facts,
    is_present: isPresent,
    ...(next !== undefined && { compared_with: next.version }),
    rows: stored.map((one) => versionRow(showing, one, isPresent ? one : byKey.get(keyOf(showing, one)))),
    row_total: total,
    ...(isWhole && { rows_added: added }),
  }
}

interface Present {
  readonly byKey: ReadonlyMap<string, StoredRow>
  /** Rows that are none of those looked for. */
  readonly added: number
}

interface Sought {
  readonly showing: Showing
  readonly table: RegisterTable
  readonly now: Pick<RowsWanted, 'county' | 'submissionId'>
  readonly keys: ReadonlySet<string>
  /** All rows are to be counted, not only those looked for found. */
  readonly isWhole: boolean
}

/** Rows of the present by their key, read no further than it takes. */
async function findPresent({ db }: Ctx, { showing, table, now, keys, isWhole }: Sought): Promise<Present> {
  const byKey = new Map<string, StoredRow>()
  let added = 0
  for (let after = 0; isWhole || byKey.size < keys.size; ) {
    const batch = await readRegisterRows(db, table, { ...now, after, limit: BATCH_ROWS })
    for (const one of batch) {
      const key = keyOf(showing, one)
      if (keys.has(key)) byKey.set(key, one)
      else added += 1
    }
    const last = batch.at(-1)
    if (last === undefined || batch.length < BATCH_ROWS) break
    after = last.rowNo
  }
  return { byKey, added }
}

/**
 * The same pupil, class or post has another number in each version; what tells rows apart is the key, or in a roster
 * without one all that stands in the row.
 */
function keyOf({ pack, register }: Showing, { values }: StoredRow): string {
  const keys = register.columns.filter(({ dimension }) => dimension !== undefined)
  const isKeyless = keys.length === 0 && isRoster(pack, register.id)
  return (isKeyless ? register.columns : keys)
    .map((column) => {
      const value = String(values[column.id] ?? '')
      // Sealed anew at each writing: only the blind index in front stays the same.
      return isSealed(column) ? value.slice(0, value.indexOf(':')) : value
    })
    .join('\n')
}

function versionRow(showing: Showing, then: StoredRow, now: StoredRow | undefined): VersionRow {
  const { pack, register, guard } = showing
  const { cells, refused } = showRow(pack, register, then, guard)
  const present = now && showRow(pack, register, now, guard)
  const textOf = (shown: { cells: Record<string, string>; refused: Record<string, string> }, column: string): string =>
    shown.refused[column] ?? shown.cells[column] ?? ''
  const changed = register.columns.flatMap(({ id }): [string, string][] => {
    const text = present === undefined ? undefined : textOf(present, id)
    return text === undefined || text === textOf({ cells, refused }, id) ? [] : [[id, text]]
  })
  return { row_no: then.rowNo, cells, refused, now: Object.fromEntries(changed), is_gone: now === undefined }
}
