import { timingSafeEqual } from 'node:crypto'
import type { Activation } from '@eduduty/core/identity'
import { systemCaller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { isAdministrator } from '../appointments/is-administrator.ts'
import { endSessions } from '../end-sessions.ts'
import { hashSecretCode } from '../people/secret-code.ts'
import { readSettings } from '../settings/read-settings.ts'
import { attemptCaller, attemptSubject } from './admit-attempt.ts'
import type { Visitor } from './entrance.ts'
import { type Account, findAccount, personCaller, tidyLoginName } from './find-account.ts'
import { forgetFailures } from './forget-failures.ts'
import type { SignInHouse } from './house.ts'
import { makePasswordHash } from './make-password-hash.ts'
import { storePassword } from './store-password.ts'

/**
 * Sets the password of an account with the one-time code that was issued for it, for the first time or after forgetting
 * it; no administrator learns it. Locks, sessions and the second step of before are gone. Errors:
 * `identity.activation_refused`, `identity.secret_unconfirmed`, `identity.password_refused`, `identity.slowed`.
 */
export async function activate(house: SignInHouse, input: Activation, { origin }: Visitor): Promise<void> {
  const loginName = tidyLoginName(input.login_name)
  const account = await findAccount(house.door, loginName, origin)
  const caller = attemptCaller({ account, origin })
  const subject = attemptSubject({ account, loginName })
  await recordingRefusal(house.door, { caller, action: 'identity.set_password', subject }, async () => {
    const wait = house.addresses.take(origin.address)
    if (wait > 0) throw new AppError('identity.slowed', { retry_after: wait })
    if (account === undefined || !isCodeOf(account, input.code, house.clock()))
      throw new AppError('identity.activation_refused')
    house.addresses.giveBack(origin.address)
    const settings = await house.door.read(systemCaller('启用账号', { scopes: [] }), ({ db }) => readSettings(db))
    const hash = await makePasswordHash(house, account, { password: input.password, settings })
    await house.door.write(personCaller(account, origin), async (ctx) => {
      if (account.secretConfirmedBy === undefined && (await isAdministrator(ctx, account)))
        throw new AppError('identity.secret_unconfirmed')
      if (!(await storePassword(ctx, account, hash))) throw new AppError('identity.activation_refused')
      const { county, personId } = account
      await ctx.db.kysely
        .updateTable('identity_accounts')
        .set({ totp_sealed: null, totp_last_step: null })
        .where('county_code', '=', county)
        .where('person_id', '=', personId)
        .execute()
      await forgetFailures(ctx, account)
      await endSessions(ctx, { county, personId, reason: 'account_changed' })
      ctx.audit({ action: 'identity.set_password', subject, detail: { with_code: true } })
    })
  })
}

function isCodeOf({ status, isDemo, secretHash, secretExpiresAt }: Account, code: string, now: Date): boolean {
  if (status === 'disabled' || isDemo || secretHash === undefined || secretExpiresAt === undefined) return false
  if (now >= secretExpiresAt) return false
  const given = Buffer.from(hashSecretCode(code))
  const kept = Buffer.from(secretHash)
  return given.length === kept.length && timingSafeEqual(given, kept)
}
