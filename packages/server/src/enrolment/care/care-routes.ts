import {
  CardBody,
  CareFilters,
  CareList,
  CareRevealBody,
  CareRevealed,
  CareSearch,
  CareView,
  CaseContactBody,
  RegisterChildBody,
} from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { spendReveal } from '../../identity/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import { callerOf, originOf } from '../../platform/http/access.ts'
import type { Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { actingOf } from '../cases/acting.ts'
import { deedRoutes } from './deed-routes.ts'
import { diagnosisRoutes } from './diagnoses/diagnosis-routes.ts'
import { careFileRoutes } from './files/care-file-routes.ts'
import { writeCard } from './papers/write-card.ts'
import { registerChild } from './register/register-child.ts'
import { revealCare, revealCareContact } from './reveal-care.ts'
import { ChildId, OneChild } from './schemas.ts'
import { teachingRoutes } from './teaching-routes.ts'
import { listChildren } from './views/list-children.ts'
import { readChild } from './views/read-child.ts'

const County = Type.Object({ county: CountyCode }, strict)
const read = { access: { verb: 'enrolment.read' } } as const
const reveal = { access: { verb: 'enrolment.reveal' } } as const

/** 关爱与安置. */
export const careRoutes: RegisterRoutes = (app, deps) => {
  const { door, keyring } = deps
  careFileRoutes(app, deps)
  app.get(
    '/api/enrolment/care/:county',
    {
      config: read,
      schema: { summary: '关爱与安置的儿童', params: County, querystring: CareFilters, response: ok(CareList) },
    },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        listChildren(actingOf(request, ctx, keyring), request.params.county, request.query),
      ),
  )
  app.post(
    '/api/enrolment/care/:county/search',
    {
      config: read,
      schema: { summary: '按姓名、村（社区）或学校查儿童', params: County, body: CareSearch, response: ok(CareList) },
    },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        listChildren(actingOf(request, ctx, keyring), request.params.county, request.body),
      ),
  )
  app.get(
    '/api/enrolment/care/:county/:child',
    { config: read, schema: { summary: '一名关爱与安置的儿童', params: OneChild, response: ok(CareView) } },
    (request) => door.write(callerOf(request), (ctx) => readChild(actingOf(request, ctx, keyring), request.params)),
  )
  app.post(
    '/api/enrolment/care/:county',
    {
      config: { access: { verb: 'enrolment.work' } },
      schema: { summary: '登记关爱与安置的儿童', params: County, body: RegisterChildBody, response: ok(ChildId) },
    },
    async (request) => {
      const { child } = await door.write(callerOf(request), (ctx) =>
        registerChild(actingOf(request, ctx, keyring), request.params.county, request.body),
      )
      return { child }
    },
  )
  revealRoutes(app, deps)
  contactRoute(app, deps)
  deedRoutes(app, deps)
  diagnosisRoutes(app, deps)
  teachingRoutes(app, deps)
}

const revealRoutes: RegisterRoutes = (app, deps) => {
  const { door, keyring } = deps
  app.post(
    '/api/enrolment/care/:county/:child/reveal',
    {
      config: reveal,
      schema: {
        summary: '查看儿童姓名、证件或电话原文',
        params: OneChild,
        body: CareRevealBody,
        response: ok(CareRevealed),
      },
    },
    async (request) => {
      const left = await spend(deps, request)
      const value = await door.write(callerOf(request), (ctx) =>
        revealCare(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return { value, left_today: left }
    },
  )
  app.post(
    '/api/enrolment/care/:county/:child/card',
    {
      config: reveal,
      schema: {
        summary: '打印联系卡，含姓名和电话原文',
        params: OneChild,
        body: CardBody,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      await spend(deps, request)
      const { name, bytes } = await door.write(callerOf(request), (ctx) =>
        writeCard(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return sendFile(reply, { name, type: mediaTypes.docx, content: bytes })
    },
  )
}

/** What whoever visits a child needs to find it. */
const contactRoute: RegisterRoutes = (app, deps) => {
  const { door, keyring } = deps
  app.post(
    '/api/enrolment/care/:county/:child/contact',
    {
      config: { access: { verb: 'enrolment.visit' } },
      schema: {
        summary: '走访的人查看关爱儿童姓名、监护人电话',
        params: OneChild,
        body: CaseContactBody,
        response: ok(CareRevealed),
      },
    },
    async (request) => {
      const left = await spend(deps, request)
      const value = await door.write(callerOf(request), (ctx) =>
        revealCareContact(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return { value, left_today: left }
    },
  )
}

/** Counted before anything is shown, where the actor belongs; gives how often it may still be done today. */
function spend({ door }: Pick<Deps, 'door'>, request: Parameters<typeof callerOf>[0]): Promise<number> {
  const { actor } = callerOf(request)
  const own = { ...systemCaller('计查看次数', { scopes: [actor.path], origin: originOf(request) }), actor }
  return door.write(own, (ctx: Ctx) => spendReveal(ctx))
}
