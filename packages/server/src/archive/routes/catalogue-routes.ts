import {
  Catalogue,
  CatalogueList,
  IndicatorEvidence,
  NeedList,
  NeedSearch,
  OpenCatalogueBody,
} from '@eduduty/core/archive'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { listCatalogues } from '../catalogues/catalogue-row.ts'
import { closeCatalogue } from '../catalogues/close-catalogue.ts'
import { openCatalogue } from '../catalogues/open-catalogue.ts'
import { refreshCatalogue } from '../catalogues/refresh-catalogue.ts'
import { indicatorEvidence } from '../needs/indicator-evidence.ts'
import { listNeeds } from '../needs/list-needs.ts'
import { OneCatalogue } from './params.ts'

const read = { access: { verb: 'archive.read' } } as const
const plan = { access: { verb: 'archive.plan' } } as const

const OnePack = Type.Object(
  {
    county: CountyCode,
    pack: Type.String({ maxLength: 100, description: '标准包标识' }),
  },
  strict,
)
const IndicatorQuery = Type.Object(
  {
    indicator: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
      minItems: 1,
      maxItems: 300,
      description: '指标标识：一项或多项',
    }),
    year: Type.Integer({ minimum: 2000, maximum: 2999 }),
    unit: Type.Optional(Type.String({ maxLength: 100, description: '只看一个单位' })),
  },
  strict,
)

/** 佐证目录. */
export const catalogueRoutes: RegisterRoutes = (app, deps) => {
  const { door } = deps
  app.get(
    '/api/archive/catalogues',
    { config: read, schema: { summary: '佐证目录', response: ok(CatalogueList) } },
    (request) => door.read(callerOf(request), async (ctx) => ({ catalogues: await listCatalogues(ctx) })),
  )
  app.post(
    '/api/archive/catalogues',
    { config: plan, schema: { summary: '建立佐证目录', body: OpenCatalogueBody, response: ok(Catalogue) } },
    (request) => door.write(callerOf(request), (ctx) => openCatalogue(ctx, request.body)),
  )
  app.post(
    '/api/archive/catalogues/:county/:catalogue/refreshing',
    {
      config: plan,
      schema: { summary: '按现在的标准包和单位更新佐证目录', params: OneCatalogue, response: ok(Catalogue) },
    },
    (request) => door.write(callerOf(request), (ctx) => refreshCatalogue(ctx, request.params)),
  )
  app.post(
    '/api/archive/catalogues/:county/:catalogue/closing',
    { config: plan, schema: { summary: '结束或重新打开佐证目录', params: OneCatalogue, response: ok(Catalogue) } },
    (request) => door.write(callerOf(request), (ctx) => closeCatalogue(ctx, request.params)),
  )
  app.get(
    '/api/archive/catalogues/:county/:catalogue/needs',
    {
      config: read,
      schema: {
        summary: '佐证要求：缺什么补什么',
        params: OneCatalogue,
        querystring: NeedSearch,
        response: ok(NeedList),
      },
    },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        listNeeds({ ctx, grants: getSignedIn(request).grants }, request.params, request.query),
      ),
  )
  indicatorRoutes(app, deps)
}

const indicatorRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/archive/indicators/:county/:pack',
    {
      config: read,
      schema: {
        summary: '指标的佐证材料',
        params: OnePack,
        querystring: IndicatorQuery,
        response: ok(IndicatorEvidence),
      },
    },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        indicatorEvidence(ctx, {
          ...request.params,
          indicators: request.query.indicator,
          year: request.query.year,
          unit: request.query.unit,
        }),
      ),
  )
}
