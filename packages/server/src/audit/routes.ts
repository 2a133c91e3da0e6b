import {
  ActionEntry,
  auditActions,
  EventFilter,
  EventList,
  EventPage,
  EventView,
  VerifyState,
} from '@eduduty/core/audit'
import { Type } from 'typebox'
import { callerOf } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { Content, CountyCode, ok, strict, TableFormat } from '../platform/http/schemas.ts'
import { sendTable } from '../platform/http/send-file.ts'
import { exportEvents } from './export-events.ts'
import { getEvent } from './get-event.ts'
import { listEvents } from './list-events.ts'
import { nameUnits } from './name-units.ts'
import { Verifications } from './verifications.ts'

const read = { access: { verb: 'audit.read' } } as const
const take = { access: { verb: 'audit.export' } } as const

const EventKey = Type.Object(
  {
    county: CountyCode,
    no: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '序号' }),
  },
  strict,
)

/** The log for those who look after it: searching, verifying, exporting. Nobody changes it. */
export const auditRoutes: RegisterRoutes = (app, deps) => {
  eventRoutes(app, deps)
  verifyRoutes(app, deps)
  exportRoute(app, deps)
}

const eventRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/audit/events',
    {
      config: read,
      schema: { summary: '审计记录，新的在前，可筛选', querystring: EventPage, response: ok(EventList) },
    },
    async (request) => {
      const { events, more } = await door.read(callerOf(request), (ctx) => listEvents(ctx, request.query))
      return { events: await nameUnits(door, events), more }
    },
  )

  app.get(
    '/api/audit/events/:county/:no',
    { config: read, schema: { summary: '一条审计记录', params: EventKey, response: ok(EventView) } },
    async (request) => {
      const { county, no } = request.params
      const event = await door.read(callerOf(request), (ctx) => getEvent(ctx, county, no))
      return (await nameUnits(door, [event]))[0] ?? event
    },
  )

  app.get(
    '/api/audit/actions',
    { config: read, schema: { summary: '审计记录中的各种动作', response: ok(Type.Array(ActionEntry)) } },
    async () => Object.entries(auditActions).map(([action, title]) => ({ action, title })),
  )
}

const verifyRoutes: RegisterRoutes = (app, { door, keyring, clock, checkpointFile }) => {
  const verifications = new Verifications({ door, keyring, clock, checkpointFile })

  app.post(
    '/api/audit/verify',
    { config: read, schema: { summary: '开始核验审计链', response: ok(VerifyState) } },
    async (request) => verifications.start(callerOf(request)),
  )

  app.get(
    '/api/audit/verify',
    { config: read, schema: { summary: '核验进行到哪里，最近一次的结果', response: ok(VerifyState) } },
    async (request) => verifications.stateFor(callerOf(request)),
  )
}

const ExportQuery = Type.Object({ ...EventFilter.properties, format: TableFormat }, strict)

const exportRoute: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/audit/export',
    {
      config: take,
      schema: {
        summary: '导出审计记录',
        querystring: ExportQuery,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { format, ...filter } = request.query
      return sendTable(reply, '审计记录', format, await exportEvents(door, callerOf(request), filter, format))
    },
  )
}
