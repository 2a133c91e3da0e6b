import { CalendarTable, CalendarYearBody } from '@eduduty/core/clocks'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { enterYear } from './enter-year.ts'
import { readCalendarTable } from './read-calendar-table.ts'

const County = Type.Object({ county: Type.String({ pattern: '^[0-9]{6}$', description: '县级行政区划代码' }) }, strict)
const Year = Type.Object(
  { ...County.properties, year: Type.Integer({ minimum: 1949, maximum: 2999, description: '年份' }) },
  strict,
)

/** 工作日历: which days are worked. */
export const calendarRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/clocks/calendar/:county',
    {
      config: { access: { verb: 'clocks.read' } },
      schema: { summary: '工作日历', params: County, response: ok(CalendarTable) },
    },
    (request) => door.read(callerOf(request), (ctx) => readCalendarTable(ctx, request.params.county)),
  )

  app.put(
    '/api/clocks/calendar/:county/:year',
    {
      config: { access: { verb: 'clocks.enter_calendar' } },
      schema: {
        summary: '录入一年的工作日历，未结束的期限随之重算',
        params: Year,
        body: CalendarYearBody,
        response: ok(Type.Object({ changed: Type.Integer({ description: '截止日变了的期限' }) }, strict)),
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { county, year } = request.params
      const tried = { caller, action: 'clocks.enter_year', subject: `${year}年工作日历` } as const
      const changed = await recordingRefusal(door, tried, () =>
        door.write(caller, (ctx) => enterYear(ctx, county, year, request.body)),
      )
      return { changed }
    },
  )
}
