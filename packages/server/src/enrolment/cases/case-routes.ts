import {
  CaseChangeBody,
  CaseContactBody,
  CaseFilter,
  CaseList,
  CaseLookup,
  CaseNoteBody,
  CaseRevealBody,
  CaseRevealed,
  CaseSearch,
  CaseStepBody,
  CaseStepped,
  CaseView,
  OpenCaseBody,
} from '@eduduty/core/enrolment'
import { reasonText } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { spendReveal } from '../../identity/index.ts'
import { type Caller, systemCaller } from '../../platform/ctx.ts'
import { callerOf, originOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { actingOf } from './acting.ts'
import { changeDefinition } from './definitions/change-definition.ts'
import { caseFileRoutes } from './files/file-routes.ts'
import { handoverRoutes } from './handovers/handover-routes.ts'
import { reportChild } from './open/report-child.ts'
import { caseUnitRoutes } from './open/unit-routes.ts'
import { writePaper } from './papers/write-paper.ts'
import { retentionRoutes } from './retention/retention-routes.ts'
import { revealChild, revealContact } from './reveal-child.ts'
import { noteCase } from './steps/note-case.ts'
import { type StepKind, stepCase } from './steps/step-case.ts'
import { findCasesByNumber, listCases } from './views/list-cases.ts'
import { readCase } from './views/read-case.ts'

const County = Type.Object({ county: CountyCode }, strict)
const OneCase = Type.Object({ county: CountyCode, case: RowId }, strict)
const OnePaper = Type.Object({ ...OneCase.properties, paper: RowId }, strict)
/** As for what is looked at unmasked: a download names children in full. */
const PaperReason = Type.Object(
  {
    reason: Type.String({
      ...reasonText,
      description: '为什么下载：文书里有学生姓名原文，事由记入操作日志',
    }),
  },
  strict,
)
const CaseId = Type.Object({ case: RowId }, strict)

const read = { access: { verb: 'enrolment.read' } } as const
const work = { access: { verb: 'enrolment.work' } } as const
const decide = { access: { verb: 'enrolment.decide' } } as const
const produces = ['application/octet-stream']

/** 劝返个案. */
export const caseRoutes: RegisterRoutes = (app, deps) => {
  readingRoutes(app, deps)
  workingRoutes(app, deps)
  definitionRoute(app, deps)
  revealRoute(app, deps)
  caseFileRoutes(app, deps)
  handoverRoutes(app, deps)
  caseUnitRoutes(app, deps)
  retentionRoutes(app, deps)
}

const readingRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/enrolment/cases/:county',
    {
      config: read,
      schema: { summary: '劝返个案', params: County, querystring: CaseFilter, response: ok(CaseList) },
    },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        listCases(actingOf(request, ctx, keyring), request.params.county, request.query),
      ),
  )
  app.post(
    '/api/enrolment/cases/:county/search',
    {
      config: read,
      schema: { summary: '按姓名、村（社区）查个案', params: County, body: CaseSearch, response: ok(CaseList) },
    },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        listCases(actingOf(request, ctx, keyring), request.params.county, request.body),
      ),
  )
  app.post(
    '/api/enrolment/cases/:county/lookup',
    {
      config: read,
      schema: { summary: '按完整的证件号查个案', params: County, body: CaseLookup, response: ok(CaseList) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) =>
        findCasesByNumber(actingOf(request, ctx, keyring), request.params.county, request.body),
      ),
  )
  app.get(
    '/api/enrolment/cases/:county/:case',
    { config: read, schema: { summary: '一个劝返个案', params: OneCase, response: ok(CaseView) } },
    (request) => door.write(callerOf(request), (ctx) => readCase(actingOf(request, ctx, keyring), request.params)),
  )
  app.get(
    '/api/enrolment/cases/:county/:case/papers/:paper',
    {
      config: read,
      schema: {
        summary: '下载个案文书',
        params: OnePaper,
        querystring: PaperReason,
        produces,
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { name, bytes } = await door.write(callerOf(request), (ctx) =>
        writePaper(actingOf(request, ctx, keyring), request.params, request.query.reason),
      )
      return sendFile(reply, { name, type: mediaTypes.docx, content: bytes })
    },
  )
}

const workingRoutes: RegisterRoutes = (app, { door, keyring, files }) => {
  app.post(
    '/api/enrolment/cases/:county',
    {
      config: work,
      schema: { summary: '报告失学、辍学学生，立案', params: County, body: OpenCaseBody, response: ok(CaseId) },
    },
    async (request) => {
      const key = await door.write(callerOf(request), (ctx) =>
        reportChild(actingOf(request, ctx, keyring), request.params.county, request.body),
      )
      return { case: key.case }
    },
  )
  const steps: readonly (readonly [string, string, typeof work | typeof decide, StepKind])[] = [
    ['steps', '学校、乡镇办理个案的一步', work, 'work'],
    ['decisions', '县办理个案的一步', decide, 'decision'],
  ]
  for (const [path, summary, config, kind] of steps)
    app.post(
      `/api/enrolment/cases/:county/:case/${path}`,
      { config, schema: { summary, params: OneCase, body: CaseStepBody, response: ok(CaseStepped) } },
      (request) =>
        door.write(callerOf(request), (ctx) =>
          stepCase({ ...actingOf(request, ctx, keyring), files }, request.params, request.body, kind),
        ),
    )
  app.post(
    '/api/enrolment/cases/:county/:case/notes',
    { config: work, schema: { summary: '记录个案情况', params: OneCase, body: CaseNoteBody, response: ok(CaseId) } },
    async (request) => {
      await door.write(callerOf(request), (ctx) =>
        noteCase(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return { case: request.params.case }
    },
  )
}

const definitionRoute: RegisterRoutes = (app, { door, keyring }) => {
  app.post(
    '/api/enrolment/cases/:county/:case/definition',
    {
      config: decide,
      schema: { summary: '个案改按现行的个案办法', params: OneCase, body: CaseChangeBody, response: ok(CaseId) },
    },
    async (request) => {
      await door.write(callerOf(request), (ctx) =>
        changeDefinition(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return { case: request.params.case }
    },
  )
}

const revealRoute: RegisterRoutes = (app, { door, keyring }) => {
  app.post(
    '/api/enrolment/cases/:county/:case/reveal',
    {
      config: { access: { verb: 'enrolment.reveal' } },
      schema: {
        summary: '查看学生姓名、证件或监护人电话原文',
        params: OneCase,
        body: CaseRevealBody,
        response: ok(CaseRevealed),
      },
    },
    async (request) => {
      const left = await door.write(countingCaller(request), spendReveal)
      const value = await door.write(callerOf(request), (ctx) =>
        revealChild(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return { value, left_today: left }
    },
  )
  app.post(
    '/api/enrolment/cases/:county/:case/contact',
    {
      config: { access: { verb: 'enrolment.visit' } },
      schema: {
        summary: '走访的人查看学生姓名、监护人电话',
        params: OneCase,
        body: CaseContactBody,
        response: ok(CaseRevealed),
      },
    },
    async (request) => {
      const left = await door.write(countingCaller(request), spendReveal)
      const value = await door.write(callerOf(request), (ctx) =>
        revealContact(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return { value, left_today: left }
    },
  )
}

/** What somebody looks at is counted before anything is shown, where they belong. */
function countingCaller(request: FastifyRequest): Caller {
  const { actor } = callerOf(request)
  return { ...systemCaller('计查看次数', { scopes: [actor.path], origin: originOf(request) }), actor }
}
