import { AppError } from '../../platform/errors/app-error.ts'
import { readSettings } from '../settings/read-settings.ts'
import { admitAttempt } from './admit-attempt.ts'
import type { Device } from './device.ts'
import { forgetFailures } from './forget-failures.ts'
import type { SignInHouse } from './house.ts'
import type { Own } from './own-account.ts'

/**
 * Asks for the password once more before something weighty; a wrong one counts like a failed sign-in, so that nobody
 * guesses it through an open session. Errors: `identity.password_wrong`, `identity.locked`, `identity.demo_account`.
 */
export async function provePassword(house: SignInHouse, own: Own, password: string, device: Device): Promise<void> {
  const { account, caller } = own
  if (account.isDemo) throw new AppError('identity.demo_account')
  const settings = await house.door.read(caller, ({ db }) => readSettings(db))
  const { loginName } = account
  const admitted = await admitAttempt(house, { loginName, account, settings, device, origin: caller.origin })
  if (!(await house.hasher.matches(password, account.passwordHash, settings.hash_profile)))
    throw new AppError('identity.password_wrong')
  admitted.giveBack()
  await house.door.write(caller, (ctx) => forgetFailures(ctx, account, admitted.deviceName))
}
