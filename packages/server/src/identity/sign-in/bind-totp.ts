import type { ConfirmTotp } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { SignInHouse } from './house.ts'
import type { Own } from './own-account.ts'
import { findTotpStep, sealTotpSeed } from './totp.ts'
import { openTotpDraft } from './totp-draft.ts'

/** Binds the second step once a code shows that the app has the seed. Errors: `identity.totp_draft_stale`, `identity.totp_refused`. */
export async function bindTotp(house: SignInHouse, own: Own, { draft, code }: ConfirmTotp): Promise<void> {
  const { account, caller } = own
  const tried = { caller, action: 'identity.set_totp', subject: account.name } as const
  await recordingRefusal(house.door, tried, async () => {
    const now = house.clock()
    const seed = openTotpDraft(house.keyring, account, draft, now)
    if (seed === undefined) throw new AppError('identity.totp_draft_stale')
    const step = findTotpStep(seed, code, now)
    if (step === undefined) throw new AppError('identity.totp_refused')
    await house.door.write(caller, async (ctx) => {
      const { hash_profile } = await readSettings(ctx.db)
      const sealed = sealTotpSeed(house.keyring, account, seed, hash_profile === 'sm3' ? 'sm' : 'aes')
      await ctx.db.kysely
        .updateTable('identity_accounts')
        .set({ totp_sealed: sealed, totp_last_step: step })
        .where('county_code', '=', account.county)
        .where('person_id', '=', account.personId)
        .execute()
      ctx.audit({ action: 'identity.set_totp', subject: account.name, detail: { bound: true } })
    })
  })
}
