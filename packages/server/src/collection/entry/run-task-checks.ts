import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { Task } from '../tasks/get-task.ts'
import type { FoundProblem } from './check-task.ts'
import type { RuleRow } from './task-rows.ts'

/** The pack's rules on the rows of a task, beside what the unit has in other registers and had a year ago. */
export async function runTaskChecks(
  _ctx: Ctx,
  _task: Task,
  _rows: readonly RuleRow[],
  _keyring: Keyring,
): Promise<readonly FoundProblem[]> {
  return []
}
