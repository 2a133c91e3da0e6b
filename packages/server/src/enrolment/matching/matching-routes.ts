import { dayOf } from '@eduduty/core/calendar'
import {
  DoorListTaken,
  FindingList,
  FindingSettled,
  MatchFindingsWanted,
  MatchOverview,
  ProposalList,
  ProposalState,
  RiskChildren,
  SettleFindingBody,
  SettleProposalBody,
  StartMatchBody,
} from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, noContent, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { FileName, sentFile, takingFiles } from '../../platform/http/take-file.ts'
import { writeDoorList } from './door-list.ts'
import { listFindings } from './findings.ts'
import { listRisks } from './list-risks.ts'
import { MatchRuns } from './match-runs.ts'
import { listProposals, settleProposal } from './proposals.ts'
import { readOverview } from './read-overview.ts'
import { receiveDoorList } from './receive-door-list.ts'
import { settleFinding } from './settle-finding.ts'
import { takeDoorList } from './take-door-list.ts'

const read = { access: { verb: 'enrolment.read' } } as const
const find = { access: { verb: 'enrolment.find' } } as const
const work = { access: { verb: 'enrolment.work' } } as const
/** The most that a filled list may weigh. */
const doorListBytes = 8 * 1024 * 1024
const OneCounty = Type.Object({ county: CountyCode }, strict)
const OneProposal = Type.Object({ county: CountyCode, proposal: RowId }, strict)
const OneFinding = Type.Object({ county: CountyCode, finding: RowId }, strict)

/** 名册比对: started and followed here; pairs to be confirmed, children to be looked for, the list of risk. */
export const matchingRoutes: RegisterRoutes = (app, deps) => {
  runRoutes(app, deps)
  proposalRoutes(app, deps)
  findingRoutes(app, deps)
  doorListRoutes(app, deps)
  riskRoute(app, deps)
}

const runRoutes: RegisterRoutes = (app, { door, keyring }) => {
  const runs = new MatchRuns(door, keyring)

  app.get(
    '/api/enrolment/matching/:county',
    { config: find, schema: { summary: '名册比对的进度和结果', params: OneCounty, response: ok(MatchOverview) } },
    (request) => {
      const { county } = request.params
      return door.read(callerOf(request), (ctx) => readOverview(ctx, county, runs.progressOf(county)))
    },
  )

  app.post(
    '/api/enrolment/matching/:county/runs',
    {
      config: find,
      schema: { summary: '开始名册比对', params: OneCounty, body: StartMatchBody, response: ok(MatchOverview) },
    },
    async (request) => {
      const { county } = request.params
      await runs.start(callerOf(request), county, request.body.year)
      return door.read(callerOf(request), (ctx) => readOverview(ctx, county, runs.progressOf(county)))
    },
  )
}

const proposalRoutes: RegisterRoutes = (app, { door, keyring }) => {
  const Wanted = Type.Object({ state: Type.Optional(ProposalState), sure: Type.Optional(Type.Boolean()) }, strict)
  app.get(
    '/api/enrolment/matching/:county/proposals',
    {
      config: find,
      schema: { summary: '像是同一人的两行', params: OneCounty, querystring: Wanted, response: ok(ProposalList) },
    },
    (request) => {
      const { state = 'open', sure } = request.query
      const wanted = { county: request.params.county, state, sure }
      return door.read(callerOf(request), (ctx) => listProposals(ctx, keyring, wanted))
    },
  )

  app.post(
    '/api/enrolment/matching/:county/proposals/:proposal',
    {
      config: find,
      schema: { summary: '确认是不是同一人', params: OneProposal, body: SettleProposalBody, response: noContent },
    },
    async (request, reply) => {
      await door.write(callerOf(request), (ctx) => settleProposal(ctx, request.params, request.body))
      return reply.code(204).send(null)
    },
  )
}

const findingRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/enrolment/matching/:county/findings',
    {
      config: read,
      schema: {
        summary: '要核实的孩子',
        params: OneCounty,
        querystring: MatchFindingsWanted,
        response: ok(FindingList),
      },
    },
    (request) =>
      door.read(callerOf(request), (ctx) => listFindings(ctx, keyring, request.params.county, request.query)),
  )

  app.post(
    '/api/enrolment/matching/:county/findings/:finding',
    {
      config: work,
      schema: { summary: '核实一个孩子', params: OneFinding, body: SettleFindingBody, response: ok(FindingSettled) },
    },
    (request) => door.write(callerOf(request), (ctx) => settleFinding({ ctx, keyring }, request.params, request.body)),
  )
}

const doorListRoutes: RegisterRoutes = (app, { door, keyring, clock }) => {
  // Bytes are taken as they are, and only here.
  takingFiles(app, doorListBytes, (inner) => {
    inner.post(
      '/api/enrolment/matching/:county/door-list',
      {
        config: work,
        bodyLimit: doorListBytes,
        schema: {
          summary: '传回填好的入户摸排表',
          params: OneCounty,
          querystring: Type.Object({ name: FileName }, strict),
          response: ok(DoorListTaken),
        },
      },
      (request) => {
        const file = sentFile(request.query.name, request.body)
        return receiveDoorList(door, callerOf(request), { county: request.params.county, file, keyring })
      },
    )
  })

  app.get(
    '/api/enrolment/matching/:county/door-list',
    {
      config: work,
      schema: {
        summary: '乡镇、学校下载本单位的入户摸排表，姓名遮蔽',
        params: OneCounty,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { county } = request.params
      const caller = callerOf(request)
      const on = dayOf(clock())
      const taken = await door.write(caller, (ctx) => takeDoorList(ctx, county))
      const mark = `${on}由${caller.actor.name}下载　姓名遮蔽，不含住址；走访要带姓名、住址的，请申请`
      const content = await writeDoorList({ ...taken, county, keyring, mark, on, isNamed: false })
      return sendFile(reply, { name: `${taken.unit}入户摸排表.xlsx`, type: mediaTypes.xlsx, content })
    },
  )
}

const riskRoute: RegisterRoutes = (app, { door, keyring, clock }) => {
  app.get(
    '/api/enrolment/risks/:county',
    {
      config: read,
      schema: {
        summary: '辍学风险清单',
        params: OneCounty,
        querystring: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2999 })) }, strict),
        response: ok(RiskChildren),
      },
    },
    (request) => {
      const year = request.query.year ?? Number(dayOf(clock()).slice(0, 4))
      return door.read(callerOf(request), (ctx) => listRisks(ctx, keyring, request.params.county, year))
    },
  )
}
