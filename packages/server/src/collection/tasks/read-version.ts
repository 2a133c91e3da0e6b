import type { TaskVersion, VersionRow } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { showRow } from '../entry/show-row.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { type CellGuard, guardOf, isSealed } from '../rows/cell-guard.ts'
import { countRegisterRows, readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { getTask } from './get-task.ts'
import { listVersions } from './list-versions.ts'
import type { TaskKey } from './task-row.ts'

/** Rows of the present that an earlier version is compared with. */
const MOST_ROWS = 5_000

export interface VersionWanted extends TaskKey {
  readonly version: number
  readonly from: number
  readonly size: number
}

interface Showing {
  readonly pack: TaskPack
  readonly register: Register
  readonly guard: CellGuard | undefined
}

/**
 * The cells of one version of a task, each beside what stands there now. Of a roster only the rows asked for. Errors:
 * `collection.task_not_found`, `collection.version_not_found`.
 */
export async function readVersion(ctx: Ctx, wanted: VersionWanted, keyring: Keyring): Promise<TaskVersion> {
  const task = await getTask(ctx, wanted)
  const { row, pack } = task
  const found = (await listVersions(ctx, task)).find(({ version }) => version === wanted.version)
  if (found === undefined) throw new AppError('collection.version_not_found', { version: wanted.version })
  const register = pack.register(row.register)
  const table = await getRegisterTable(ctx.db, pack, register)
  const showing = { pack, register, guard: guardOf(keyring, register, row.county_code) }
  const then = { county: row.county_code, submissionId: found.submission_id }
  const stored = await readRegisterRows(ctx.db, table, { ...then, offset: wanted.from, limit: wanted.size })
  const total = await countRegisterRows(ctx.db, table, then)
  const isPresent = row.submission_id === found.submission_id
  const now = { county: row.county_code, submissionId: row.submission_id ?? '' }
  const present = isPresent ? [] : await readRegisterRows(ctx.db, table, { ...now, limit: MOST_ROWS })
  const byKey = new Map(present.map((one) => [keyOf(showing, one), one]))
  const isWhole = !isPresent && present.length < MOST_ROWS && total === stored.length
  const keys = new Set(stored.map((one) => keyOf(showing, one)))
  return {
    version: found.version,
    ...(found.frozen_at !== undefined && { frozen_at: found.frozen_at }),
    reason: found.reason,
    is_present: isPresent,
    rows: stored.map((one) => versionRow(showing, one, isPresent ? one : byKey.get(keyOf(showing, one)))),
    row_total: total,
    ...(isWhole && { rows_added: present.filter((one) => !keys.has(keyOf(showing, one))).length }),
  }
}

/** The same pupil, class or post has another number in each version; what tells rows apart is the key. */
function keyOf({ register }: Showing, { values }: StoredRow): string {
  return register.columns
    .filter(({ dimension }) => dimension !== undefined)
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
