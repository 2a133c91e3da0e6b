import type { ChangePassword } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { endSessions } from '../end-sessions.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { Device } from './device.ts'
import type { SignInHouse } from './house.ts'
import { makePasswordHash } from './make-password-hash.ts'
import type { Own } from './own-account.ts'
import { provePassword } from './prove-password.ts'
import { storePassword } from './store-password.ts'

/**
 * Changes one's own password; one's other sessions end. Errors: `identity.password_wrong`, `identity.password_refused`,
 * `identity.locked`, `identity.demo_account`, `database.contention`.
 */
export async function changePassword(
  house: SignInHouse,
  own: Own,
  { current, next }: ChangePassword,
  device: Device,
): Promise<void> {
  const { account, caller, session } = own
  const tried = { caller, action: 'identity.set_password', subject: account.name } as const
  await recordingRefusal(house.door, tried, async () => {
    await provePassword(house, own, current, device)
    const settings = await house.door.read(caller, ({ db }) => readSettings(db))
    const hash = await makePasswordHash(house, account, { password: next, settings })
    await house.door.write(caller, async (ctx) => {
      if (!(await storePassword(ctx, account, hash))) throw new AppError('database.contention')
      const { county, personId } = account
      await endSessions(ctx, { county, personId, reason: 'account_changed', except: session })
      ctx.audit({ action: 'identity.set_password', subject: account.name })
    })
  })
}
