import { DoorListBody, ExportBody, ExportDecision, ExportList, ExportView } from '@eduduty/core/enrolment'
import { scopesFor } from '@eduduty/core/identity'
import { reachesCounty } from '@eduduty/core/organizations'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { Content, CountyCode, ok, RowId, strict } from '../../../platform/http/schemas.ts'
import { sendTable } from '../../../platform/http/send-file.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import { OneLedger } from '../schemas.ts'
import { askDoorList } from './ask-door-list.ts'
import { askExport } from './ask-export.ts'
import { decideExport } from './decide-export.ts'
import { listExportRows, presentExport } from './export-row.ts'
import { writeExport } from './write-export.ts'

const read = { access: { verb: 'enrolment.read' } } as const
const work = { access: { verb: 'enrolment.work' } } as const
const decide = { access: { verb: 'enrolment.decide' } } as const
const County = Type.Object({ county: CountyCode }, strict)
const OneExport = Type.Object({ county: CountyCode, export: RowId }, strict)

/** 台账的导出：申请、批准、下载。 */
export const exportRoutes: RegisterRoutes = (app, deps) => {
  askingRoutes(app, deps)
  decidingRoutes(app, deps)
}

const askingRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/enrolment/ledgers/:county/:year/:ledger/exports',
    {
      config: read,
      schema: { summary: '申请导出一本台账', params: OneLedger, body: ExportBody, response: ok(ExportView) },
    },
    (request) => door.write(callerOf(request), (ctx) => askExport(ctx, request.params, request.body)),
  )
  app.post(
    '/api/enrolment/matching/:county/door-list/exports',
    {
      config: work,
      schema: {
        summary: '乡镇、学校申请带姓名、住址的入户摸排表',
        params: County,
        body: DoorListBody,
        response: ok(ExportView),
      },
    },
    (request) => door.write(callerOf(request), (ctx) => askDoorList(ctx, request.params.county, request.body)),
  )
}

const decidingRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/enrolment/exports/:county',
    { config: read, schema: { summary: '导出申请', params: County, response: ok(ExportList) } },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const { county } = request.params
        assertKnownCounty(ctx, county)
        const mayDecide = reachesCounty(scopesFor(getSignedIn(request).grants, 'enrolment.decide'), county)
        return { exports: (await listExportRows(ctx, county)).map((row) => presentExport(row, ctx, mayDecide)) }
      }),
  )
  app.post(
    '/api/enrolment/exports/:county/:export/decision',
    {
      config: decide,
      schema: {
        summary: '批准或不批准导出，不能批准自己的',
        params: OneExport,
        body: ExportDecision,
        response: ok(ExportView),
      },
    },
    (request) => door.write(callerOf(request), (ctx) => decideExport(ctx, request.params, request.body)),
  )
  app.get(
    '/api/enrolment/exports/:county/:export/file',
    {
      config: read,
      schema: {
        summary: '下载已批准的名单',
        params: OneExport,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { name, content } = await door.write(callerOf(request), (ctx) =>
        writeExport({ ctx, keyring }, request.params),
      )
      return sendTable(reply, name, 'xlsx', content)
    },
  )
}
