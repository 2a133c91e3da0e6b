import type { CellEdit } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { checkTask } from '../entry/check-task.ts'
import { saveCells } from '../entry/save-cells.ts'
import type { TaskKey } from '../tasks/task-row.ts'

/**
 * Writes a number that was counted elsewhere into one cell, on the way that typed cells go, and checks the form anew. True
 * when it is there now; false when somebody has changed the cell meanwhile, or it is locked. Errors: as `saveCells`.
 */
export async function takeCounted(ctx: Ctx, key: TaskKey, edit: CellEdit, keyring: Keyring): Promise<boolean> {
  const { task, results } = await saveCells(ctx, key, { edits: [edit] }, { keyring, way: 'counted' })
  await checkTask(ctx, task, keyring)
  return results.every(({ state }) => state === 'saved')
}
