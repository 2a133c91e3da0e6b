import { CountyCheckFindings, CountyCheckRun } from '@eduduty/core/collection'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, ok, strict } from '../../platform/http/schemas.ts'
import { sendTable } from '../../platform/http/send-file.ts'
import { countyCheckFile } from '../checks/county-check-file.ts'
import { CountyCheckRuns } from '../checks/county-check-runs.ts'
import { OnePeriod, periodOf, plan } from './schemas.ts'

const Wanted = Type.Object(
  { check: Type.Optional(Type.String({ maxLength: 200, description: '只要这条核对规则的' })) },
  strict,
)

const produces = ['application/octet-stream']

/** 全县核对: started here, followed here, taken away as a workbook. */
export const checkingRoutes: RegisterRoutes = (app, { door, clock }) => {
  const runs = new CountyCheckRuns(door, clock)

  app.post(
    '/api/collection/periods/:county/:period/checks',
    { config: plan, schema: { summary: '开始全县核对', params: OnePeriod, response: ok(CountyCheckRun) } },
    (request) => runs.start(callerOf(request), periodOf(request.params)),
  )

  app.get(
    '/api/collection/periods/:county/:period/checks',
    {
      config: plan,
      schema: { summary: '全县核对进行到哪里，最近一次做完的结果', params: OnePeriod, response: ok(CountyCheckRun) },
    },
    (request) => runs.stateFor(callerOf(request), periodOf(request.params)),
  )

  app.get(
    '/api/collection/periods/:county/:period/checks/findings',
    {
      config: plan,
      schema: {
        summary: '最近一次做完的全县核对发现了什么',
        params: OnePeriod,
        querystring: Wanted,
        response: ok(CountyCheckFindings),
      },
    },
    (request) => runs.findingsFor(callerOf(request), periodOf(request.params), request.query),
  )

  app.get(
    '/api/collection/periods/:county/:period/checks/file',
    { config: plan, schema: { summary: '下载全县核对结果', params: OnePeriod, produces, response: ok(Content) } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { title, count, findings } = await runs.resultFor(caller, periodOf(request.params))
      const detail = { file: '全县核对', rows: count }
      await door.record(caller, { action: 'collection.download', subject: title, detail })
      return sendTable(reply, `${title}全县核对`, 'xlsx', countyCheckFile(findings))
    },
  )
}
