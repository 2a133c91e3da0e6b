import type { SecuritySettings } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { endSessions } from '../end-sessions.ts'
import type { Visitor } from './entrance.ts'
import { type Account, personCaller } from './find-account.ts'
import { forgetFailures } from './forget-failures.ts'
import type { SignInHouse } from './house.ts'
import type { SessionToken } from './session-token.ts'
import { startSession } from './start-session.ts'

interface Entry {
  readonly settings: SecuritySettings
  readonly visitor: Visitor
  readonly deviceName: string
  /** Time step of the code that was given; it may be used only once. */
  readonly totpStep?: number | undefined
  readonly renewedHash?: string | undefined
}

/** Opens the session of somebody who has proved who they are. Errors: `identity.totp_refused` for a code used before. */
export function enterSession(house: SignInHouse, account: Account, entry: Entry): Promise<SessionToken> {
  const { settings, visitor } = entry
  return house.door.write(personCaller(account, visitor.origin), async (ctx) => {
    await spendTotpStep(ctx, account, entry.totpStep)
    await keepHash(ctx, account, entry.renewedHash)
    await forgetFailures(ctx, account, entry.deviceName)
    if (visitor.former !== undefined) await leave(ctx, account, visitor.former)
    const token = await startSession(ctx, { account, settings, browser: visitor.browser })
    ctx.audit({ action: 'identity.sign_in', subject: `${account.name}（${account.loginName}）` })
    return token
  })
}

async function spendTotpStep({ db }: Ctx, { county, personId }: Account, step: number | undefined): Promise<void> {
  if (step === undefined) return
  const spent = await db.kysely
    .updateTable('identity_accounts')
    .set({ totp_last_step: step })
    .where('county_code', '=', county)
    .where('person_id', '=', personId)
    .where((row) => row.or([row('totp_last_step', 'is', null), row('totp_last_step', '<', step)]))
    .returning('person_id')
    .executeTakeFirst()
  if (spent === undefined) throw new AppError('identity.totp_refused')
}

async function keepHash({ db }: Ctx, { county, personId, passwordHash = '' }: Account, renewed: string | undefined) {
  if (renewed === undefined) return
  await db.kysely
    .updateTable('identity_accounts')
    .set({ password_hash: renewed })
    .where('county_code', '=', county)
    .where('person_id', '=', personId)
    .where('password_hash', '=', passwordHash)
    .execute()
}

/** The session that this browser had of the same person: it goes on in the new one. */
async function leave(ctx: Ctx, { county, personId }: Account, former: SessionToken): Promise<void> {
  if (former.county === county) await endSessions(ctx, { county, personId, reason: 'replaced', hashes: [former.hash] })
}
