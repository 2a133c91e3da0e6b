import type { AcceptDerivedBody, SavedCells } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { checkedResult } from '../entry/save-and-check.ts'
import { saveCells } from '../entry/save-cells.ts'
import { lockTask } from '../tasks/get-task.ts'
import { isRoster, type TaskKey } from '../tasks/task-row.ts'
import { deriveTask } from './read-derived.ts'

/**
 * Writes what the rosters come to into cells of a form, on the way that typed cells go. Errors:
 * `collection.derived_changed` where a roster says something else than the person saw; as `saveCells`.
 */
export async function acceptDerived(
  ctx: Ctx,
  key: TaskKey,
  { cells }: AcceptDerivedBody,
  keyring: Keyring,
): Promise<SavedCells> {
  const task = await lockTask(ctx, key)
  // As in saving, row 0 is the one row of a form.
  const nameOf = ({ row_no, column }: { readonly row_no: number; readonly column: string }): string =>
    isRoster(task.pack, task.row.register) ? `${row_no} ${column}` : column
  const now = new Map((await deriveTask(ctx, task)).values.map((value) => [nameOf(value), value]))
  for (const cell of cells) {
    const { column, to } = cell
    const value = now.get(nameOf(cell))
    if (value === undefined || value.derived !== to)
      throw new AppError('collection.derived_changed', {
        column: value?.title ?? column,
        now: value === undefined || value.state === 'unknown' ? '得不出' : value.derived,
        before: to,
      })
  }
  const saved = await saveCells(ctx, key, { edits: cells }, { keyring, way: 'derived' })
  return checkedResult(ctx, key, saved, keyring)
}
