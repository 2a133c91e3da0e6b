import type { TotpDraft } from '@eduduty/core/identity'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import type { Device } from './device.ts'
import type { SignInHouse } from './house.ts'
import type { Own } from './own-account.ts'
import { provePassword } from './prove-password.ts'
import { makeTotpSeed, totpAddress } from './totp.ts'
import { makeTotpDraft } from './totp-draft.ts'

/** A fresh seed for one's authenticator app; it counts only once a code has come back. Errors: as provePassword. */
export async function draftTotp(house: SignInHouse, own: Own, password: string, device: Device): Promise<TotpDraft> {
  const { account, caller } = own
  const tried = { caller, action: 'identity.set_totp', subject: account.name } as const
  await recordingRefusal(house.door, tried, () => provePassword(house, own, password, device))
  const seed = makeTotpSeed()
  const draft = makeTotpDraft(house.keyring, account, seed, house.clock())
  return { seed, address: totpAddress(seed, account.loginName), draft }
}
