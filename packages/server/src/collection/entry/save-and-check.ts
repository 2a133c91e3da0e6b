import type { SaveCellsBody, SavedCells } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { getTask } from '../tasks/get-task.ts'
import { listFindings } from '../tasks/list-findings.ts'
import { presentTask, type TaskKey } from '../tasks/task-row.ts'
import { checkTask } from './check-task.ts'
import { type SavedEdits, saveCells } from './save-cells.ts'

/** Saves what was typed and says at once what is wrong with the whole form now. Errors: as `saveCells`. */
export async function saveAndCheck(ctx: Ctx, key: TaskKey, body: SaveCellsBody, keyring: Keyring): Promise<SavedCells> {
  return checkedResult(ctx, key, await saveCells(ctx, key, body, { keyring, way: 'page' }), keyring)
}

/** What the page is told of saved cells: each result, and the form as it is checked now. */
export async function checkedResult(
  ctx: Ctx,
  key: TaskKey,
  { task, results }: SavedEdits,
  keyring: Keyring,
): Promise<SavedCells> {
  const { notApplicable } = await checkTask(ctx, task, keyring)
  const after = await getTask(ctx, key)
  return {
    results: [...results],
    task: presentTask(after.row, after.pack),
    findings: await listFindings(ctx, after),
    not_applicable: [...notApplicable].map(([row_no, columns]) => ({ row_no, columns: [...columns] })),
  }
}
