import { SetUp, SetUpDone } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { systemCaller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { originOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/app-type.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { ok } from '../../platform/http/schemas.ts'
import type { SetUpGate } from './first-boot.ts'
import type { SignInHouse } from './house.ts'
import { setUp } from './set-up.ts'
import { refuseEvenly } from './visitor.ts'

/** The first set-up; closed when the program started with somebody in its database. */
export function setUpRoute(app: App, { door, keyring }: SignInHouse, gate: SetUpGate | undefined): void {
  app.post(
    '/api/identity/set-up',
    {
      config: { access: { public: '还没有任何账号时的首次设置，凭启动时显示的设置密码' } },
      schema: { summary: '首次设置', body: SetUp, response: ok(SetUpDone) },
    },
    async (request, reply) => {
      const { body } = request
      const origin = originOf(request)
      const unknown = systemCaller('首次设置', { scopes: [], origin })
      const tried = { caller: unknown, action: 'identity.set_up', subject: '首次设置' } as const
      reply.header('cache-control', 'no-store')
      return refuseEvenly(() =>
        recordingRefusal(door, tried, () => {
          if (gate === undefined) throw new AppError('identity.set_up_closed')
          if (!gate.isOpenTo(body.secret)) throw new AppError('identity.set_up_refused')
          const path = areaPath(body.county_code)
          const caller = systemCaller('首次设置', { scopes: [path], county: body.county_code, path, origin })
          return door.write(caller, (ctx) => setUp(ctx, body, keyring))
        }),
      )
    },
  )
}
