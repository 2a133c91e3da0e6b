import type { SecuritySettings } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { securitySettingsName } from './read-settings.ts'

/** Puts the settings in force; every request from now on follows them. */
export async function storeSettings({ db, now }: Ctx, settings: SecuritySettings): Promise<void> {
  const kept = { value: JSON.stringify(settings), changed_at: now }
  await db.kysely
    .insertInto('platform_settings')
    .values({ name: securitySettingsName, ...kept })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(kept))
    .execute()
}
