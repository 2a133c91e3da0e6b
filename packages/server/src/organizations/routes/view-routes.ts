import { dayOf } from '@eduduty/core/identity'
import { UnitDetail, UnitEntry, UnitTree } from '@eduduty/core/organizations'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, Day, ok, strict } from '../../platform/http/schemas.ts'
import { readTree } from '../views/read-tree.ts'
import { readUnit } from '../views/read-unit.ts'
import { searchUnits } from '../views/search-units.ts'
import { OneUnit, read } from './route-parts.ts'

const TreeQuery = Type.Object({ county: Type.Optional(CountyCode), as_of: Type.Optional(Day) }, strict)
const SearchQuery = Type.Object(
  {
    text: Type.String({ maxLength: 80, description: '名称、代码或拼音首字母' }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  strict,
)

export const viewRoutes: RegisterRoutes = (app, { door, clock }) => {
  app.get(
    '/api/organizations/tree',
    {
      config: read,
      schema: { summary: '您范围内的单位，可看以前某日', querystring: TreeQuery, response: ok(UnitTree) },
    },
    (request) => {
      const { county, as_of: asOf = dayOf(clock()) } = request.query
      return readTree(door, callerOf(request), { county, asOf })
    },
  )

  app.get(
    '/api/organizations/search',
    { config: read, schema: { summary: '查找单位', querystring: SearchQuery, response: ok(Type.Array(UnitEntry)) } },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const { text, limit = 20 } = request.query
        return [...(await searchUnits(ctx, { text, limit }))]
      }),
  )

  app.get(
    '/api/organizations/units/:county/:unit',
    { config: read, schema: { summary: '一个单位的沿革与岗位', params: OneUnit, response: ok(UnitDetail) } },
    (request) => {
      const { county, unit: unitId } = request.params
      return readUnit(door, callerOf(request), { county, unitId })
    },
  )
}
