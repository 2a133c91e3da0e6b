import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { endSessions } from '../end-sessions.ts'
import type { Own } from './own-account.ts'

/** Ends another of one's own sessions, such as one left open elsewhere. Errors: `identity.session_not_found`. */
export async function endOwnSession(door: Door, { caller, account }: Own, session: string): Promise<void> {
  await door.write(caller, async (ctx) => {
    const { county, personId } = account
    const ended = await endSessions(ctx, { county, personId, reason: 'signed_out', hashes: [session] })
    if (ended === 0) throw new AppError('identity.session_not_found')
    ctx.audit({ action: 'identity.end_session', subject: account.name, reason: '本人结束' })
  })
}
