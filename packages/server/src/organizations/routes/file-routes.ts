import { dayOf } from '@eduduty/core/identity'
import { countyOf, ImportOutcome } from '@eduduty/core/organizations'
import { type Static, Type } from 'typebox'
import type { Caller } from '../../platform/ctx.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, Day, ok, strict } from '../../platform/http/schemas.ts'
import { sendTable } from '../../platform/http/send-file.ts'
import { FileName, returnedName, sentFile, takingFiles } from '../../platform/http/take-file.ts'
import { markImportFile, type SentFile } from '../../platform/workbooks/import-file.ts'
import { receiveAreas } from '../areas/receive-areas.ts'
import { exportUnits } from '../export/export-units.ts'
import { type Received, receiveUnits } from '../import/receive-units.ts'
import { Format, importBytes, manage, read } from './route-parts.ts'

const ImportQuery = Type.Object(
  {
    name: FileName,
    county: Type.Optional(CountyCode),
    from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '没有写明日期的，从何日起' })),
    dry_run: Type.Optional(Type.Boolean({ description: '只看会发生什么，不写入' })),
  },
  strict,
)
type ImportQuery = Static<typeof ImportQuery>

/** Lists of units and areas as files. */
export const fileRoutes: RegisterRoutes = (app, deps) => {
  exportRoute(app, deps)
  takingFiles(app, importBytes, (inner) => {
    importRoutes(inner, deps, 'units', '单位名册')
    importRoutes(inner, deps, 'areas', '行政区划')
  })
}

const exportRoute: RegisterRoutes = (app, { door, clock }) => {
  const query = Type.Object({ format: Format, county: Type.Optional(CountyCode), as_of: Type.Optional(Day) }, strict)
  app.get(
    '/api/organizations/units/export',
    {
      config: read,
      schema: {
        summary: '导出单位名册',
        querystring: query,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { format, county = countyFor(caller), as_of: asOf = dayOf(clock()) } = request.query
      const bytes = await door.write(caller, (ctx) => exportUnits(ctx, { county, asOf, format }))
      return sendTable(reply, `单位名册-${county}-${asOf}`, format, bytes)
    },
  )
}

const countyFor = (caller: Caller): string => countyOf(caller.scopes[0] ?? caller.actor.path)

function importRoutes(app: App, { door, clock }: Deps, what: 'units' | 'areas', title: string): void {
  const receive = (caller: Caller, file: SentFile, query: ImportQuery): Promise<Received> => {
    const { dry_run: dryRun = false, county = countyFor(caller), from = `${dayOf(clock()).slice(0, 4)}-01-01` } = query
    return what === 'units'
      ? receiveUnits(door, caller, { file, county, openedOn: from, dryRun })
      : receiveAreas(door, caller, { file, since: from, dryRun })
  }

  app.post(
    `/api/organizations/${what}/import`,
    {
      config: manage,
      bodyLimit: importBytes,
      schema: { summary: `导入${title}`, querystring: ImportQuery, response: ok(ImportOutcome) },
    },
    async (request) =>
      (await receive(callerOf(request), sentFile(request.query.name, request.body), request.query)).outcome,
  )

  app.post(
    `/api/organizations/${what}/import/marked`,
    {
      config: manage,
      bodyLimit: importBytes,
      schema: {
        summary: `标出错误的${title}：原文件，错处标红`,
        querystring: ImportQuery,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const file = sentFile(request.query.name, request.body)
      const { findings } = await receive(callerOf(request), file, { ...request.query, dry_run: true })
      return sendTable(reply, returnedName(file.name), 'xlsx', await markImportFile(file, findings))
    },
  )
}
