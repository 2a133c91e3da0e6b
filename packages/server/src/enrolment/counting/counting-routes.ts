import { LedgerBook, LedgerKind, LedgerRows, LedgerSearch } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { listLedgerRows } from './list-ledger-rows.ts'
import { readLedgers } from './read-ledgers.ts'

const read = { access: { verb: 'enrolment.read' } } as const
const Year = Type.Integer({ minimum: 2000, maximum: 2999, description: '年度（学年取起始年）' })

/** 三本台账与人账相符。 */
export const countingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/ledgers/:county',
    {
      config: read,
      schema: {
        summary: '三本台账各单位的人数，和账与账不符的孩子',
        params: Type.Object({ county: CountyCode }, strict),
        querystring: Type.Object({ year: Type.Optional(Year) }, strict),
        response: ok(LedgerBook),
      },
    },
    (request) => door.read(callerOf(request), (ctx) => readLedgers(ctx, request.params.county, request.query.year)),
  )
  app.get(
    '/api/enrolment/ledgers/:county/:year/:ledger',
    {
      config: read,
      schema: {
        summary: '一本台账，逐人，姓名遮蔽',
        params: Type.Object({ county: CountyCode, year: Year, ledger: LedgerKind }, strict),
        querystring: LedgerSearch,
        response: ok(LedgerRows),
      },
    },
    (request) => door.read(callerOf(request), (ctx) => listLedgerRows(ctx, request.params, request.query)),
  )
}
