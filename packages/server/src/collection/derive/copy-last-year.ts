import type { CopyLastYearBody, SavedCells } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { readLastYear } from '../entry/read-cell-story.ts'
import { checkedResult } from '../entry/save-and-check.ts'
import { saveCells } from '../entry/save-cells.ts'
import { lockTask } from '../tasks/get-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'

/**
 * Writes what the unit reported last year into one cell, on the way that typed cells go. Errors:
 * `collection.last_year_none` where there is nothing; as `saveCells`.
 */
export async function copyLastYear(
  ctx: Ctx,
  key: TaskKey,
  { row_no, column, from }: CopyLastYearBody,
  keyring: Keyring,
): Promise<SavedCells> {
  const to = await readLastYear(ctx, await lockTask(ctx, key), column, keyring)
  if (to === undefined) throw new AppError('collection.last_year_none')
  const saved = await saveCells(ctx, key, { edits: [{ row_no, column, from, to }] }, { keyring, way: 'copied' })
  return checkedResult(ctx, key, saved, keyring)
}
