import { decideTask, type FormRow, type TaskDetail, UNBEGUN_ROW } from '@eduduty/core/collection'
import { dayOf, type GrantInForce } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { readContextRows } from '../entry/context-rows.ts'
import { freedColumns } from '../entry/inspect-rows.ts'
import { keyValues } from '../entry/save-cells.ts'
import { showRow } from '../entry/show-row.ts'
import { ruleRows } from '../entry/task-rows.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { matchRows, type RowSearch } from '../rows/match-rows.ts'
import { countRegisterRows, type RowsWanted, readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { isAtDesk } from './at-desk.ts'
import { formColumns } from './form-columns.ts'
import { getTask, type Task } from './get-task.ts'
import { listCountersigns } from './list-countersigns.ts'
import { listEvents } from './list-events.ts'
import { listFindings } from './list-findings.ts'
import { listRequests } from './list-requests.ts'
import { listReturns } from './list-returns.ts'
import { listUploads } from './list-uploads.ts'
import { listVersions } from './list-versions.ts'
import { nothingWaits, readWaiting } from './read-waiting.ts'
import { findRowPositions } from './row-positions.ts'
import { readTaskFacts, refusalOf } from './task-facts.ts'
import { listPermits } from './task-permits.ts'
import { isRoster, presentTask, type TaskKey } from './task-row.ts'

export interface ReadTask extends TaskKey {
  readonly from: number
  readonly size: number
  /** The part of a roster in which this row stands, instead of the one that begins at `from`. */
  readonly at?: number | undefined
  /** Only rows of a roster in which all of these words stand. */
  readonly text?: string | undefined
  /** Only rows of a roster with problems. */
  readonly onlyProblems?: boolean | undefined
}

export interface Reader {
  readonly grants: readonly GrantInForce[]
  readonly keyring: Keyring
}

/** Everything the page of one task shows; of a roster only the rows asked for. Errors: `collection.task_not_found`. */
export async function readTask(ctx: Ctx, wanted: ReadTask, { grants, keyring }: Reader): Promise<TaskDetail> {
  const task = await getTask(ctx, wanted)
  const { row, pack } = task
  const register = pack.register(row.register)
  const columns = formColumns(pack, register)
  const { rows, from, total } = await readRows(ctx, task, wanted, keyring)
  const lock = await findLock(ctx, task)
  const waits = (await readWaiting(ctx.db, [row])).get(row.task_id) ?? nothingWaits
  const viewer = { actor: ctx.actor, grants }
  const returns = await listReturns(ctx, task)
  const findings = await listFindings(ctx, task)
  const roster = isRoster(pack, row.register)
  const table = await getRegisterTable(ctx.db, pack, register)
  const told = [...rows, ...returns, ...findings].map(({ row_no }) => row_no)
  return {
    task: { ...presentTask(row, pack), at_me: isAtDesk(row, viewer, waits.requested), ...waits },
    row_is: register.row_is,
    reporter: register.reporter,
    note: register.note ?? '',
    basis: [register.basis?.document ?? '', register.basis?.article ?? ''].join(' ').trim(),
    columns: [...columns],
    rows: [...rows],
    row_from: from,
    row_total: total,
    is_locked: lock !== undefined,
    ...(lock !== undefined && { lock_why: lock }),
    returns,
    findings,
    ...(roster && { row_positions: await findRowPositions(ctx.db, table, row, told) }),
    events: await listEvents(ctx, task),
    permits: await listPermits(ctx, task, grants),
    requests: await listRequests(ctx, task),
    countersigns: await listCountersigns(ctx, task),
    uploads: await listUploads(ctx, task),
    versions: await listVersions(ctx, task),
  }
}

interface ShownRows {
  readonly rows: readonly FormRow[]
  /** How many rows stand before them. */
  readonly from: number
  readonly total: number
}

/** A form that nobody has begun shows one empty row. */
async function readRows(ctx: Ctx, task: Task, asked: ReadTask, keyring: Keyring): Promise<ShownRows> {
  const { row, pack } = task
  const register = pack.register(row.register)
  const roster = isRoster(pack, row.register)
  const table = await getRegisterTable(ctx.db, pack, register)
  const guard = guardOf(keyring, register, row.county_code)
  const wanted = {
    county: row.county_code,
    submissionId: row.submission_id ?? '',
    limit: asked.size,
    ...(roster && { match: matchRows({ table, guard, codes: pack.reading.codes }, searchOf(asked)) }),
  }
  const from = await findFirst(ctx, table, wanted, asked)
  const stored = row.submission_id === null ? [] : await readRegisterRows(ctx.db, table, { ...wanted, offset: from })
  const total = row.submission_id === null ? 0 : await countRegisterRows(ctx.db, table, wanted)
  const unbegun: StoredRow = { rowNo: UNBEGUN_ROW, sourceRow: undefined, values: keyValues(task, table), refused: {} }
  const shown = stored.length === 0 && !roster ? [unbegun] : stored
  const context = { county: row.county_code, path: row.org_path, year: row.year - 1, register, limit: roster ? 0 : 1 }
  const [before] = roster ? [] : await readContextRows(ctx.db, pack, context, keyring)
  const freed = freedColumns(task, register, ruleRows(register, row.year, shown, guard))
  return {
    rows: shown.map((one) => ({
      row_no: one.rowNo,
      ...showRow(pack, register, one, guard),
      not_applicable: [...(freed.get(one.rowNo) ?? [])],
      last_year:
        before === undefined
          ? {}
          : showRow(pack, register, { values: before.row.values, refused: {} }, undefined).cells,
    })),
    from,
    total,
  }
}

/** How many rows stand before the part that is asked for. */
async function findFirst({ db }: Ctx, table: RegisterTable, wanted: RowsWanted, asked: ReadTask): Promise<number> {
  if (asked.at === undefined) return asked.from
  const before = await countRegisterRows(db, table, { ...wanted, before: asked.at })
  return before - (before % asked.size)
}

const searchOf = ({ text = '', onlyProblems, taskId }: ReadTask): RowSearch => ({
  text,
  ...(onlyProblems === true && { problemsOf: taskId }),
})

async function findLock(ctx: Ctx, task: Task): Promise<string | undefined> {
  const facts = await readTaskFacts(ctx, task)
  const decision = decideTask(facts, 'fill', ctx.actor.id, dayOf(ctx.now))
  if (decision.refused === undefined) return undefined
  const { message, advice } = refusalOf(task, facts, decision.refused)
  return `${message}${advice}`
}
