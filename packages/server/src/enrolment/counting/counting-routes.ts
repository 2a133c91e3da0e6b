import { LedgerBook, LedgerFilter, LedgerRows, LedgerSearch } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import type { Door } from '../../platform/door.ts'
import { callerOf, originOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { cohortRoutes } from './cohorts/cohort-routes.ts'
import { exportRoutes } from './exports/export-routes.ts'
import { listLedgerRows } from './list-ledger-rows.ts'
import { periodicRoutes } from './periodic/periodic-routes.ts'
import { readLedgers } from './read-ledgers.ts'
import { OneLedger, Year } from './schemas.ts'
import { tableRoutes } from './tables/table-routes.ts'

const read = { access: { verb: 'enrolment.read' } } as const

/** 三本台账与人账相符。 */
export const countingRoutes: RegisterRoutes = (app, deps) => {
  exportRoutes(app, deps)
  periodicRoutes(app, deps)
  cohortRoutes(app, deps)
  tableRoutes(app, deps)
  bookRoute(app, deps)
  ledgerRoutes(app, deps)
}

/** Reads as who asks; `whole` reads all of the county as the system, to tell what is nowhere else. */
function readWith<T>(
  door: Door,
  request: FastifyRequest,
  county: string,
  work: (ctx: Ctx, whole: Queries) => Promise<T>,
): Promise<T> {
  const path = areaPath(county)
  const system = systemCaller('人账相符', { scopes: [path], county, path, origin: originOf(request) })
  return door.read(callerOf(request), (ctx) => door.read(system, (whole) => work(ctx, whole.db)))
}

const bookRoute: RegisterRoutes = (app, { door }) => {
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
    (request) => {
      const { county } = request.params
      return readWith(door, request, county, (ctx, whole) => readLedgers(ctx, whole, county, request.query.year))
    },
  )
}

const ledgerRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/ledgers/:county/:year/:ledger',
    {
      config: read,
      schema: {
        summary: '一本台账，逐人，姓名遮蔽',
        params: OneLedger,
        querystring: LedgerFilter,
        response: ok(LedgerRows),
      },
    },
    (request) =>
      readWith(door, request, request.params.county, (ctx, whole) =>
        listLedgerRows(ctx, whole, request.params, request.query),
      ),
  )
  app.post(
    '/api/enrolment/ledgers/:county/:year/:ledger/search',
    {
      config: read,
      schema: {
        summary: '按姓名、村（居）或学校查一本台账',
        params: OneLedger,
        body: LedgerSearch,
        response: ok(LedgerRows),
      },
    },
    (request) =>
      readWith(door, request, request.params.county, (ctx, whole) =>
        listLedgerRows(ctx, whole, request.params, request.body),
      ),
  )
}
