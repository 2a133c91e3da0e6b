import {
  Decide,
  EndOn,
  GrantFilter,
  GrantList,
  HandOver,
  Outcome,
  PostFilter,
  PostList,
  ProposeGrant,
  ProposeTenure,
  TenureFilter,
  TenureList,
  verbsIn,
} from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { change } from '../change.ts'
import { decideGrant } from './decide-grant.ts'
import { decideTenure } from './decide-tenure.ts'
import { endGrant } from './end-grant.ts'
import { endTenure } from './end-tenure.ts'
import type { GrantKey } from './get-grant.ts'
import type { TenureKey } from './get-tenure.ts'
import { handOver } from './hand-over.ts'
import { listGrants } from './list-grants.ts'
import { listPosts } from './list-posts.ts'
import { listTenures } from './list-tenures.ts'
import { proposeGrant } from './propose-grant.ts'
import { proposeTenure } from './propose-tenure.ts'
import { withdrawGrant } from './withdraw-grant.ts'
import { withdrawTenure } from './withdraw-tenure.ts'

const OneTenure = Type.Object({ county_code: CountyCode, tenure_id: RowId }, strict)
const OneGrant = Type.Object({ county_code: CountyCode, grant_id: RowId }, strict)
const Withdraw = Type.Object({ reason: Type.String({ maxLength: 200 }) }, strict)
const read = { access: { verb: 'identity.read' } } as const
const propose = { access: { verb: 'identity.grants_propose' } } as const
const decide = { access: { verb: 'identity.grants_decide' } } as const

const tenureOf = ({ county_code: county, tenure_id: tenureId }: Static<typeof OneTenure>): TenureKey => ({
  county,
  tenureId,
})

const grantOf = ({ county_code: county, grant_id: grantId }: Static<typeof OneGrant>): GrantKey => ({ county, grantId })

/** Who holds which post, and what each post may. */
export const grantRoutes: RegisterRoutes = (app, deps) => {
  listRoutes(app, deps)
  tenureRoutes(app, deps)
  endTenureRoutes(app, deps)
  grantChangeRoutes(app, deps)
}

function lookingAs(request: FastifyRequest) {
  const { grants, actor } = getSignedIn(request)
  return { grants, looker: { personId: actor.id, verbs: verbsIn(grants) } }
}

const listRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/identity/posts',
    { config: read, schema: { summary: '岗位与在岗人员', querystring: PostFilter, response: ok(PostList) } },
    (request) => door.read(callerOf(request), (ctx) => listPosts(ctx, request.query, getSignedIn(request).grants)),
  )

  app.get(
    '/api/identity/tenures',
    { config: read, schema: { summary: '任职与代理', querystring: TenureFilter, response: ok(TenureList) } },
    (request) => door.read(callerOf(request), (ctx) => listTenures(ctx, request.query, lookingAs(request))),
  )

  app.get(
    '/api/identity/grants',
    {
      config: { access: { verb: 'identity.grants_read' } },
      schema: { summary: '授权', querystring: GrantFilter, response: ok(GrantList) },
    },
    (request) => door.read(callerOf(request), (ctx) => listGrants(ctx, request.query, lookingAs(request))),
  )
}

const tenureRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/identity/tenures',
    { config: propose, schema: { summary: '提出任职或代理', body: ProposeTenure, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.propose_tenure', subject: request.body.post_id } as const
      return change(door, callerOf(request), tried, (ctx) => proposeTenure(ctx, request.body))
    },
  )

  app.post(
    '/api/identity/tenures/:county_code/:tenure_id/hand-over',
    { config: propose, schema: { summary: '交接', params: OneTenure, body: HandOver, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.hand_over', subject: request.params.tenure_id } as const
      return change(door, callerOf(request), tried, (ctx) => handOver(ctx, tenureOf(request.params), request.body))
    },
  )

  app.post(
    '/api/identity/tenures/:county_code/:tenure_id/decision',
    { config: decide, schema: { summary: '复核任职', params: OneTenure, body: Decide, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.decide_tenure', subject: request.params.tenure_id } as const
      return change(door, callerOf(request), tried, (ctx) => decideTenure(ctx, tenureOf(request.params), request.body))
    },
  )
}

const endTenureRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/identity/tenures/:county_code/:tenure_id/withdrawal',
    { config: propose, schema: { summary: '撤回任职提议', params: OneTenure, body: Withdraw, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.withdraw_proposal', subject: request.params.tenure_id } as const
      return change(door, callerOf(request), tried, (ctx) =>
        withdrawTenure(ctx, tenureOf(request.params), request.body.reason),
      )
    },
  )

  app.post(
    '/api/identity/tenures/:county_code/:tenure_id/end',
    { config: propose, schema: { summary: '结束任职', params: OneTenure, body: EndOn, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.end_tenure', subject: request.params.tenure_id } as const
      return change(door, callerOf(request), tried, (ctx) => endTenure(ctx, tenureOf(request.params), request.body))
    },
  )
}

const grantChangeRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/identity/grants',
    { config: propose, schema: { summary: '提出授权', body: ProposeGrant, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.propose_grant', subject: request.body.post_id } as const
      return change(door, callerOf(request), tried, (ctx) => proposeGrant(ctx, request.body))
    },
  )

  app.post(
    '/api/identity/grants/:county_code/:grant_id/decision',
    { config: decide, schema: { summary: '复核授权', params: OneGrant, body: Decide, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.decide_grant', subject: request.params.grant_id } as const
      return change(door, callerOf(request), tried, (ctx) => decideGrant(ctx, grantOf(request.params), request.body))
    },
  )

  app.post(
    '/api/identity/grants/:county_code/:grant_id/withdrawal',
    { config: propose, schema: { summary: '撤回授权提议', params: OneGrant, body: Withdraw, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.withdraw_proposal', subject: request.params.grant_id } as const
      return change(door, callerOf(request), tried, (ctx) =>
        withdrawGrant(ctx, grantOf(request.params), request.body.reason),
      )
    },
  )

  app.post(
    '/api/identity/grants/:county_code/:grant_id/end',
    { config: propose, schema: { summary: '收回授权', params: OneGrant, body: EndOn, response: ok(Outcome) } },
    (request) => {
      const tried = { action: 'identity.end_grant', subject: request.params.grant_id } as const
      return change(door, callerOf(request), tried, (ctx) => endGrant(ctx, grantOf(request.params), request.body))
    },
  )
}
