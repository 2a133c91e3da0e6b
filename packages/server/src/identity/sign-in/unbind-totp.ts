import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import type { Device } from './device.ts'
import type { SignInHouse } from './house.ts'
import type { Own } from './own-account.ts'
import { provePassword } from './prove-password.ts'

/** Takes the second step off one's own account. Errors: as provePassword. */
export async function unbindTotp(house: SignInHouse, own: Own, password: string, device: Device): Promise<void> {
  const { account, caller } = own
  const tried = { caller, action: 'identity.set_totp', subject: account.name } as const
  await recordingRefusal(house.door, tried, async () => {
    await provePassword(house, own, password, device)
    await house.door.write(caller, async (ctx) => {
      await ctx.db.kysely
        .updateTable('identity_accounts')
        .set({ totp_sealed: null, totp_last_step: null })
        .where('county_code', '=', account.county)
        .where('person_id', '=', account.personId)
        .execute()
      ctx.audit({ action: 'identity.set_totp', subject: account.name, detail: { bound: false } })
    })
  })
}
