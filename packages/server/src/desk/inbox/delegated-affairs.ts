import type { FastifyRequest } from 'fastify'
import { findDelegated } from '../../identity/index.ts'
import { type Behalf, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { getSignedIn } from '../../platform/http/access.ts'
import { affairsOf, type OwnAffairs } from '../../platform/http/own-affairs.ts'

/** What somebody may do for a colleague today. */
export interface DelegatedAffairs {
  readonly behalf: Behalf
  readonly own: OwnAffairs
}

/** The affairs of each colleague who has delegated them; none while somebody acts for one of them already. */
export async function delegatedAffairs(request: FastifyRequest, door: Door): Promise<readonly DelegatedAffairs[]> {
  const { actor, grants, mustFirst } = getSignedIn(request)
  const { county, path, id: personId, name } = actor
  if (mustFirst !== undefined || actor.behalf !== undefined) return []
  const caller = systemCaller('别人授权代办的事', { scopes: [path], county, path })
  const delegated = await door.read(caller, (ctx) => findDelegated(ctx, { county, personId, grants }))
  return delegated.map(({ behalf, grants: passed }) => ({
    behalf,
    own: affairsOf(request, door, {
      actor: { ...actor, name: `${name}（代${behalf.name}）`, behalf },
      grants: passed,
    }),
  }))
}
