import { findFirstDuty, isSessionOver } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { FastifyRequest } from 'fastify'
import { type Caller, type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { delegationHeader, originOf, type SignedIn } from '../../platform/http/access.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { findDelegated } from '../delegations/find-delegation.ts'
import { expireSession } from './expire-session.ts'
import { type FoundSession, findSession } from './find-session.ts'
import { noteActivity } from './note-activity.ts'
import { csrfTokenOf, findSessionToken, type SessionToken } from './session-token.ts'

export interface IdentifyParts {
  readonly door: Door
  readonly keyring: Keyring
}

const minute = 60_000

/** Finds the person behind a request by its session. */
export function createIdentify({
  door,
  keyring,
}: IdentifyParts): (request: FastifyRequest) => Promise<SignedIn | undefined> {
  return async (request) => {
    const token = findSessionToken(request)
    if (token === undefined) return undefined
    const caller = callerIn(token.county, request)
    const { session, now } = await door.read(caller, async (ctx) => ({
      session: await findSession(ctx, token),
      now: ctx.now,
    }))
    if (session === undefined) return undefined
    if (isSessionOver(session, session.settings, now)) {
      await door.write(caller, (ctx) => expireSession(ctx, token, session.name))
      return undefined
    }
    if (now.getTime() - session.seenAt.getTime() >= minute) await door.write(caller, (ctx) => noteActivity(ctx, token))
    const person = signedIn(session, token, csrfTokenOf(keyring, token), now)
    const named = request.headers[delegationHeader]
    if (typeof named !== 'string' || person.mustFirst !== undefined) return person
    return door.read(caller, (ctx) => actingFor(ctx, person, named))
  }
}

function signedIn(session: FoundSession, token: SessionToken, csrfToken: string, now: Date): SignedIn {
  const { grants, personId: id, name, path } = session
  const roles = grants.map((grant) => grant.role)
  // Nobody can set a password for an account of the demo.
  const mustFirst = session.isDemo ? undefined : findFirstDuty({ ...session, roles }, session.settings, now)
  return {
    actor: { id, name, kind: 'person', county: token.county, path },
    grants,
    session: token.hash,
    csrfToken,
    ...(mustFirst !== undefined && { mustFirst }),
  }
}

/** The same person with a colleague's work and both names; nothing of their own. Errors: `identity.delegation_over`. */
async function actingFor(ctx: Ctx, person: SignedIn, delegation: string): Promise<SignedIn> {
  const { actor, grants } = person
  const [found] = await findDelegated(ctx, { county: actor.county, personId: actor.id, grants }, delegation)
  if (found === undefined) throw new AppError('identity.delegation_over')
  const name = `${actor.name}（代${found.behalf.name}）`
  return { ...person, actor: { ...actor, name, behalf: found.behalf }, grants: found.grants }
}

function callerIn(county: string, request: FastifyRequest): Caller {
  const path = areaPath(county)
  return systemCaller('识别会话', { scopes: [path], county, path, origin: originOf(request) })
}
