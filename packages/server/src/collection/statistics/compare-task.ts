import type { StatisticsComparison } from '@eduduty/core/collection'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { getTask } from '../tasks/get-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import type { SentFile } from '../upload/read-upload.ts'
import { compareRows } from './compare-rows.ts'
import { readOwnStatistics } from './read-own-statistics.ts'

/**
 * Lays a table beside the statistics workbook of its school; nothing is changed. Errors: `collection.task_not_found`, as
 * `readOwnStatistics`.
 */
export async function compareTaskStatistics(
  door: Door,
  caller: Caller,
  key: TaskKey,
  file: SentFile,
): Promise<StatisticsComparison> {
  const task = await door.read(caller, (ctx) => getTask(ctx, key))
  const { rows, caution, notes } = await readOwnStatistics(file, task)
  const { items, repeated } = await door.read(caller, async (ctx) => compareRows(ctx, await getTask(ctx, key), rows))
  const twice = repeated.map((part) => `表里“${part}”不止一行，只比对第一行，不能采用：请先删去多余的行`)
  return {
    file: file.name,
    year: task.row.year,
    items: [...items],
    ...(caution !== undefined && { caution }),
    notes: [...twice, ...notes],
  }
}
