import { systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'

/**
 * Takes away what imports left that were cut off by a crash; to be called when the program starts, before anybody works.
 * Only the embedded engine, which one program holds alone, can have such. Gives how many there were.
 */
export async function dropUnfinishedLoads(door: Door): Promise<number> {
  return door.write(systemCaller('清理中断的导入'), async (ctx) => {
    const dropped = await ctx.db.kysely
      .deleteFrom('collection_submissions')
      .where('status', '=', 'loading')
      .returning('submission_id')
      .execute()
    if (dropped.length > 0)
      ctx.audit({ action: 'collection.drop_unfinished', subject: '中断的名册导入', detail: { rows: dropped.length } })
    return dropped.length
  })
}
