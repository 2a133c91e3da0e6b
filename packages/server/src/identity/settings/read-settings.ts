import { parseSecuritySettings, type SecuritySettings } from '@eduduty/core/identity'
import type { Queries } from '../../platform/db/database.ts'

export const securitySettingsName = 'identity.security'

/** The security settings in force; the same for the whole installation. */
export async function readSettings(db: Queries): Promise<SecuritySettings> {
  const row = await db.kysely
    .selectFrom('platform_settings')
    .select('value')
    .where('name', '=', securitySettingsName)
    .executeTakeFirst()
  return parseSecuritySettings(row?.value)
}
