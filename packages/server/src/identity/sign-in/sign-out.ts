import type { Door } from '../../platform/door.ts'
import { endSessions } from '../end-sessions.ts'
import type { Own } from './own-account.ts'

/** Ends the session in use, or all sessions of the person. */
export async function signOut(
  door: Door,
  { caller, account, session }: Own,
  { everywhere }: { readonly everywhere: boolean },
): Promise<void> {
  await door.write(caller, async (ctx) => {
    const { county, personId } = account
    const which = everywhere ? {} : { hashes: [session] }
    const ended = await endSessions(ctx, { county, personId, reason: 'signed_out', ...which })
    ctx.audit({ action: 'identity.sign_out', subject: account.name, detail: { sessions: ended } })
  })
}
