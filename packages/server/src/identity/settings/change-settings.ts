import type { SecuritySettings } from '@eduduty/core/identity'
import { areaPath, isWithin } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertAllApart } from '../appointments/assert-all-apart.ts'
import { readSettings } from './read-settings.ts'
import { storeSettings } from './store-settings.ts'

/**
 * Changes how the whole installation signs in. Where several counties share it, only who reaches all of them may.
 * Turning the separation of the three administrators on asks that nobody unites two of them. Errors:
 * `identity.settings_shared`, `identity.people_meet`.
 */
export async function changeSettings(ctx: Ctx, wanted: SecuritySettings, reason: string): Promise<void> {
  await assertReachesAll(ctx)
  const held = await readSettings(ctx.db)
  if (wanted.administrators_apart && !held.administrators_apart) await assertAllApart(ctx)
  const changes = changesBetween(held, wanted)
  await storeSettings(ctx, wanted)
  ctx.audit({ action: 'identity.change_settings', subject: '安全设置', reason, detail: changes })
}

/** Counties beside or outside the caller's reach; those above it are only looked in on. */
async function assertReachesAll({ db, scopes }: Ctx): Promise<void> {
  const rows = await db.kysely.selectFrom('identity_login_names').select('county_code').distinct().execute()
  const beyond = rows
    .map((row) => areaPath(row.county_code))
    .filter((path) => !scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path)))
  if (beyond.length > 0) throw new AppError('identity.settings_shared')
}

function changesBetween(held: SecuritySettings, wanted: SecuritySettings): Record<string, string> {
  const before = new Map<string, string | number | boolean>(Object.entries(held))
  const changed = Object.entries(wanted).filter(([name, value]) => before.get(name) !== value)
  return Object.fromEntries(changed.map(([name, value]) => [name, `${before.get(name)} → ${value}`]))
}
