import { dayOf } from '@eduduty/core/identity'
import { AreaList, fullAreaCode } from '@eduduty/core/organizations'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, Day, ok, strict } from '../../platform/http/schemas.ts'
import { sendTable } from '../../platform/http/send-file.ts'
import { type AreaFilter, listAreas } from '../areas/list-areas.ts'
import { exportAreas } from '../export/export-areas.ts'
import { Format, read } from './route-parts.ts'

const AreaQuery = Type.Object(
  {
    as_of: Type.Optional(Day),
    parent: Type.Optional(Type.String({ pattern: '^\\d{2,12}$' })),
    text: Type.Optional(Type.String({ maxLength: 80 })),
    ended: Type.Optional(Type.Boolean()),
  },
  strict,
)

export const areaRoutes: RegisterRoutes = (app, { door, clock }) => {
  app.get(
    '/api/organizations/areas',
    { config: read, schema: { summary: '行政区划', querystring: AreaQuery, response: ok(AreaList) } },
    (request) => {
      const { as_of: asOf = dayOf(clock()), parent, text, ended } = request.query
      const filter: AreaFilter = {
        asOf,
        ...(parent !== undefined && { parent: fullAreaCode(parent) ?? parent }),
        ...(text !== undefined && text !== '' && { text }),
        ...(ended !== undefined && { ended }),
      }
      return door.read(callerOf(request), (ctx) => listAreas(ctx, filter))
    },
  )

  app.get(
    '/api/organizations/areas/export',
    {
      config: read,
      schema: {
        summary: '导出行政区划',
        querystring: Type.Object({ format: Format }, strict),
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { format } = request.query
      return sendTable(
        reply,
        '行政区划',
        format,
        await door.write(callerOf(request), (ctx) => exportAreas(ctx, format)),
      )
    },
  )
}
