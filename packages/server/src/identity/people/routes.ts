import {
  AddAccount,
  AddPerson,
  ChangeAccount,
  ChangePerson,
  DecideSecret,
  IssuedSecret,
  IssueSecret,
  MovePerson,
  PeopleFilter,
  PersonDetail,
  PersonList,
  Reveal,
  Revealed,
} from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { systemCaller } from '../../platform/ctx.ts'
import { callerOf, getSignedIn, originOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { change } from '../change.ts'
import { addAccount } from './add-account.ts'
import { addPerson } from './add-person.ts'
import { changeAccount } from './change-account.ts'
import { changePerson } from './change-person.ts'
import { confirmSecret } from './confirm-secret.ts'
import { getPersonDetail } from './get-person-detail.ts'
import { importRoute } from './import-route.ts'
import { issueSecret } from './issue-secret.ts'
import { listPeople } from './list-people.ts'
import { movePerson } from './move-person.ts'
import { namedPerson, OnePerson, personOf } from './one-person.ts'
import { revealNumber } from './reveal-number.ts'
import { spendReveal } from './spend-reveal.ts'

const Done = Type.Object({ done: Type.Literal(true) }, strict)
const done = { done: true } as const
const read = { access: { verb: 'identity.read' } } as const
const manage = { access: { verb: 'identity.manage' } } as const

/** People and their accounts. */
export const peopleRoutes: RegisterRoutes = (app, deps) => {
  readingRoutes(app, deps)
  personRoutes(app, deps)
  accountRoutes(app, deps)
  importRoute(app, deps)
}

const readingRoutes: RegisterRoutes = (app, { door, keyring }) => {
  const viewing = (request: FastifyRequest) => ({ keyring, grants: getSignedIn(request).grants })

  app.get(
    '/api/identity/people',
    { config: read, schema: { summary: '人员与账号', querystring: PeopleFilter, response: ok(PersonList) } },
    (request) => door.read(callerOf(request), (ctx) => listPeople(ctx, request.query, viewing(request))),
  )

  app.get(
    '/api/identity/people/:county_code/:person_id',
    { config: read, schema: { summary: '一名人员', params: OnePerson, response: ok(PersonDetail) } },
    (request) =>
      door.read(callerOf(request), (ctx) => getPersonDetail(ctx, personOf(request.params), viewing(request))),
  )

  app.post(
    '/api/identity/people/:county_code/:person_id/reveal',
    {
      config: { access: { verb: 'identity.reveal' } },
      schema: { summary: '查看证件或电话原文', params: OnePerson, body: Reveal, response: ok(Revealed) },
    },
    async (request) => {
      const caller = callerOf(request)
      const { actor } = caller
      const tried = { action: 'identity.reveal', subject: request.params.person_id } as const
      const own = { ...systemCaller('计查看次数', { scopes: [actor.path], origin: originOf(request) }), actor }
      const left = await change(door, own, tried, (ctx) => spendReveal(ctx))
      const value = await change(door, caller, tried, (ctx) =>
        revealNumber(ctx, personOf(request.params), request.body, keyring),
      )
      return { value, left_today: left }
    },
  )
}

const personRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.post(
    '/api/identity/people',
    { config: manage, schema: { summary: '建立人员', body: AddPerson, response: ok(OnePerson) } },
    async (request) => {
      const tried = { action: 'identity.add_person', subject: request.body.name } as const
      return namedPerson(await change(door, callerOf(request), tried, (ctx) => addPerson(ctx, request.body, keyring)))
    },
  )

  app.put(
    '/api/identity/people/:county_code/:person_id',
    { config: manage, schema: { summary: '修改人员', params: OnePerson, body: ChangePerson, response: ok(Done) } },
    async (request) => {
      const { params, body } = request
      const tried = { action: 'identity.change_person', subject: params.person_id } as const
      await change(door, callerOf(request), tried, (ctx) => changePerson(ctx, personOf(params), body, keyring))
      return done
    },
  )

  app.post(
    '/api/identity/people/:county_code/:person_id/move',
    { config: manage, schema: { summary: '调动人员', params: OnePerson, body: MovePerson, response: ok(OnePerson) } },
    async (request) => {
      const { params, body } = request
      const tried = { action: 'identity.move_person', subject: params.person_id } as const
      return namedPerson(
        await change(door, callerOf(request), tried, (ctx) => movePerson(ctx, personOf(params), body, keyring)),
      )
    },
  )
}

const accountRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/identity/people/:county_code/:person_id/account',
    { config: manage, schema: { summary: '建立账号', params: OnePerson, body: AddAccount, response: ok(Done) } },
    async (request) => {
      const { params, body } = request
      const tried = { action: 'identity.add_account', subject: body.login_name } as const
      await change(door, callerOf(request), tried, (ctx) => addAccount(ctx, personOf(params), body))
      return done
    },
  )

  app.put(
    '/api/identity/people/:county_code/:person_id/account',
    {
      config: manage,
      schema: { summary: '启用或停用账号', params: OnePerson, body: ChangeAccount, response: ok(Done) },
    },
    async (request) => {
      const { params, body } = request
      const tried = { action: 'identity.change_account', subject: params.person_id } as const
      await change(door, callerOf(request), tried, (ctx) => changeAccount(ctx, personOf(params), body))
      return done
    },
  )

  app.post(
    '/api/identity/people/:county_code/:person_id/account/secret',
    {
      config: { access: { verb: 'identity.secrets_issue' } },
      schema: { summary: '发放启用码', params: OnePerson, body: IssueSecret, response: ok(IssuedSecret) },
    },
    async (request, reply) => {
      const { params, body } = request
      const tried = { action: 'identity.issue_secret', subject: params.person_id } as const
      reply.header('cache-control', 'no-store')
      return change(door, callerOf(request), tried, (ctx) => issueSecret(ctx, personOf(params), body))
    },
  )

  app.post(
    '/api/identity/people/:county_code/:person_id/account/secret/decision',
    {
      config: { access: { verb: 'identity.secrets_confirm' } },
      schema: { summary: '确认管理员的启用码', params: OnePerson, body: DecideSecret, response: ok(Done) },
    },
    async (request) => {
      const { params, body } = request
      const tried = { action: 'identity.confirm_secret', subject: params.person_id } as const
      await change(door, callerOf(request), tried, (ctx) => confirmSecret(ctx, personOf(params), body))
      return done
    },
  )
}
