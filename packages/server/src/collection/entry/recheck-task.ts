import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertMay } from '../review/assert-may.ts'
import { isGreatRoster } from '../rows/great-roster.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { getTask, lockTask, type Task } from '../tasks/get-task.ts'
import { isListOfUnits, isStale, type TaskKey } from '../tasks/task-row.ts'
import { checkTask } from './check-task.ts'
import { registersBeside } from './run-task-checks.ts'

/**
 * Checks a form that is opened once more, where something it is compared with was changed since the last check. What
 * other units report, and all of a great roster, is left to the check before handing in. Says whether it was checked.
 * Errors: why the task takes nothing now.
 */
export async function recheckTask(door: Door, caller: Caller, key: TaskKey, keyring: Keyring): Promise<boolean> {
  const isDue = await door.read(caller, async (ctx) => {
    const task = await getTask(ctx, key)
    await assertMay(ctx, task, 'fill')
    return (await isCheckDue(ctx, task)) && !(await isGreat(ctx, task))
  })
  if (!isDue) return false
  return door.write(caller, async (ctx) => {
    const task = await lockTask(ctx, key)
    await assertMay(ctx, task, 'fill')
    await checkTask(ctx, task, keyring)
    return true
  })
}

async function isGreat({ db }: Pick<Ctx, 'db'>, { row, pack }: Task): Promise<boolean> {
  if (row.submission_id === null) return false
  const table = await getRegisterTable(db, pack, pack.register(row.register))
  return isGreatRoster(db, table, { county: row.county_code, submissionId: row.submission_id })
}

/** Changes that were under way while the check was made may be missing in it: what is this close counts as later. */
const UNDER_WAY = "interval '1 minute'"

async function isCheckDue({ db }: Pick<Ctx, 'db'>, { row, pack }: Task): Promise<boolean> {
  if (row.submission_id === null) return false
  if (row.checked_at === null || isStale(row)) return true
  const registers = pack.pack.registers.filter(registersBeside(pack, row.register)).map(({ id }) => id)
  const lists = registers.filter((id) => isListOfUnits(pack, id))
  const changed = await db.run(
    `select 1 as found from collection_submissions s
     left join collection_tasks t on t.county_code = s.county_code and t.submission_id = s.submission_id
     left join collection_uploads u on u.county_code = s.county_code and u.task_id = s.task_id
       and u.status in ('taken', 'partly')
     where s.county_code = $1 and s.register = any($2::text[]) and (s.org_path = $3 or s.register = any($4::text[]))
       and s.year in ($5, $5 - 1) and s.task_id is distinct from $6
       and greatest(s.created_at, t.rows_changed_at, u.uploaded_at) > $7::timestamptz - ${UNDER_WAY} limit 1`,
    [row.county_code, registers, row.org_path, lists, row.year, row.task_id, row.checked_at],
  )
  return changed.length > 0
}
