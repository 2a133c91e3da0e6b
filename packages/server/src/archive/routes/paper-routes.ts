import { LinkBody, PaperList, PaperSearch, PaperView, Particulars, UnlinkBody } from '@eduduty/core/archive'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import type { Acting } from '../acting.ts'
import { describePaper } from '../papers/describe-paper.ts'
import { linkPaper, unlinkPaper } from '../papers/link-paper.ts'
import { listPapers } from '../papers/list-papers.ts'
import { readPaper } from '../papers/read-paper.ts'
import { withdrawPaper } from '../papers/withdraw-paper.ts'
import { OneCounty, OnePaper } from './params.ts'

const read = { access: { verb: 'archive.read' } } as const
const provide = { access: { verb: 'archive.provide' } } as const

const WithdrawBody = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1000 }) }, strict)

/** 佐证材料: what is written about them, and what they serve. */
export const paperRoutes: RegisterRoutes = (app, { door }) => {
  const acting = (request: FastifyRequest, ctx: Ctx): Acting => ({ ctx, grants: getSignedIn(request).grants })
  app.get(
    '/api/archive/papers/:county',
    {
      config: read,
      schema: { summary: '佐证材料', params: OneCounty, querystring: PaperSearch, response: ok(PaperList) },
    },
    (request) => door.read(callerOf(request), (ctx) => listPapers(ctx, request.params.county, request.query)),
  )
  app.get(
    '/api/archive/papers/:county/:paper',
    { config: read, schema: { summary: '一份佐证材料', params: OnePaper, response: ok(PaperView) } },
    (request) => door.read(callerOf(request), (ctx) => readPaper(acting(request, ctx), request.params)),
  )
  app.post(
    '/api/archive/papers/:county/:paper/particulars',
    {
      config: provide,
      schema: { summary: '修改材料信息', params: OnePaper, body: Particulars, response: ok(PaperView) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) => describePaper(acting(request, ctx), request.params, request.body)),
  )
  app.post(
    '/api/archive/papers/:county/:paper/withdrawal',
    { config: provide, schema: { summary: '撤下材料', params: OnePaper, body: WithdrawBody, response: ok(PaperView) } },
    (request) =>
      door.write(callerOf(request), (ctx) => withdrawPaper(acting(request, ctx), request.params, request.body.reason)),
  )
  app.post(
    '/api/archive/papers/:county/:paper/links',
    {
      config: provide,
      schema: { summary: '把材料用于要求', params: OnePaper, body: LinkBody, response: ok(PaperView) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) => linkPaper(acting(request, ctx), request.params, request.body.needs)),
  )
  app.post(
    '/api/archive/papers/:county/:paper/unlinking',
    {
      config: provide,
      schema: { summary: '取消材料的使用', params: OnePaper, body: UnlinkBody, response: ok(PaperView) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) => unlinkPaper(acting(request, ctx), request.params, request.body)),
  )
}
