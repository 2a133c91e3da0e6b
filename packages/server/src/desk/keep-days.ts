import { defaultKeepDays } from '@eduduty/core/desk'
import type { Ctx } from '../platform/ctx.ts'
import type { Queries } from '../platform/db/database.ts'

const settingName = 'desk.keep_days'

/** Of how many days with backups one is kept. */
export async function readKeepDays(db: Queries): Promise<number> {
  const row = await db.kysely
    .selectFrom('platform_settings')
    .select('value')
    .where('name', '=', settingName)
    .executeTakeFirst()
  return typeof row?.value === 'number' ? row.value : defaultKeepDays
}

/** From the next backup on so many days are kept; a smaller number deletes nothing by itself. */
export async function changeKeepDays(ctx: Ctx, days: number): Promise<void> {
  const former = await readKeepDays(ctx.db)
  const kept = { value: JSON.stringify(days), changed_at: ctx.now }
  await ctx.db.kysely
    .insertInto('platform_settings')
    .values({ name: settingName, ...kept })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(kept))
    .execute()
  ctx.audit({
    action: 'desk.change_settings',
    subject: '备份保留天数',
    detail: { keep_days: `${former} → ${days}` },
  })
}
