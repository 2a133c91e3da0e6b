import { QuotaList, SetQuotaBody } from '@eduduty/core/archive'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { noContent, ok } from '../../platform/http/schemas.ts'
import { listQuotas, setQuota } from '../uploads/list-quotas.ts'
import { OneCounty, OneUnit } from './params.ts'

const change = { access: { verb: 'desk.settings_manage' } } as const

/** Space for evidence: the system administrator's business. */
export const quotaRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/archive/quotas/:county',
    { config: change, schema: { summary: '各单位的佐证材料空间', params: OneCounty, response: ok(QuotaList) } },
    (request) => door.read(callerOf(request), (ctx) => listQuotas(ctx, request.params.county)),
  )
  app.put(
    '/api/archive/quotas/:county/:unit',
    {
      config: change,
      schema: { summary: '设置一个单位的佐证材料空间', params: OneUnit, body: SetQuotaBody, response: noContent },
    },
    async (request, reply) => {
      await door.write(callerOf(request), (ctx) => setQuota(ctx, request.params, request.body))
      return reply.code(204).send(null)
    },
  )
}
