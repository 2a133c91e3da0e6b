import { DelegationList, NewDelegation } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Caller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { noContent, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { endDelegation } from './end-delegation.ts'
import { listDelegations } from './list-delegations.ts'
import { makeDelegation } from './make-delegation.ts'

const own = { access: { own: '本人的代办授权' } } as const
const OneDelegation = Type.Object({ delegation: RowId }, strict)

/** Handing one's to-dos to a colleague for some days. */
export const delegationRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/identity/delegations',
    { config: own, schema: { summary: '我授权的和授权我的', response: ok(DelegationList) } },
    (request) => door.read(atOwnUnit(request), (ctx) => listDelegations(ctx, getSignedIn(request).grants)),
  )
  app.post(
    '/api/identity/delegations',
    { config: own, schema: { summary: '授权同事代办', body: NewDelegation, response: noContent } },
    async (request, reply) => {
      await door.write(atOwnUnit(request), (ctx) => makeDelegation(ctx, getSignedIn(request).grants, request.body))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/identity/delegations/:delegation/ending',
    { config: own, schema: { summary: '收回或退还代办授权', params: OneDelegation, response: noContent } },
    async (request, reply) => {
      await door.write(atOwnUnit(request), (ctx) => endDelegation(ctx, request.params.delegation))
      return reply.code(204).send(null)
    },
  )
}

/** The rows of one's own unit, as oneself: not while acting for somebody else. Error: `identity.delegation_onward`. */
function atOwnUnit(request: FastifyRequest): Caller {
  const caller = callerOf(request)
  if (caller.actor.behalf !== undefined) throw new AppError('identity.delegation_onward')
  return { ...caller, scopes: [caller.actor.path] }
}
