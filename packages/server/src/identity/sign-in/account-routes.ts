import { ChangePassword, ConfirmTotp, OwnAccount, ProvePassword, TotpDraft } from '@eduduty/core/identity'
import { Type } from 'typebox'
import type { App } from '../../platform/http/app-type.ts'
import { noContent, ok, strict } from '../../platform/http/schemas.ts'
import { bindTotp } from './bind-totp.ts'
import { changePassword } from './change-password.ts'
import { readDevice } from './device.ts'
import { draftTotp } from './draft-totp.ts'
import { endOwnSession } from './end-own-session.ts'
import type { SignInHouse } from './house.ts'
import { getOwn } from './own-account.ts'
import { readOwnAccount } from './read-own-account.ts'
import { giveSessionToken } from './session-token.ts'
import { signOut } from './sign-out.ts'
import { unbindTotp } from './unbind-totp.ts'

const own = { access: { own: '本人的账号与会话' } } as const
const OneSession = Type.Object({ session: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, strict)

/** One's own account. */
export function accountRoutes(app: App, house: SignInHouse): void {
  sessionRoutes(app, house)
  totpRoutes(app, house)

  app.get(
    '/api/identity/account',
    { config: own, schema: { summary: '我的账号', response: ok(OwnAccount) } },
    async (request, reply) => {
      const mine = await getOwn(house, request)
      reply.header('cache-control', 'no-store')
      return house.door.read(mine.caller, (ctx) => readOwnAccount(ctx, mine))
    },
  )

  app.post(
    '/api/identity/account/password',
    { config: own, schema: { summary: '更换口令', body: ChangePassword, response: noContent } },
    async (request, reply) => {
      await changePassword(house, await getOwn(house, request), request.body, readDevice(request))
      return reply.code(204).send(null)
    },
  )
}

function totpRoutes(app: App, house: SignInHouse): void {
  app.post(
    '/api/identity/account/totp',
    {
      config: own,
      schema: {
        summary: '开始绑定动态口令',
        body: ProvePassword,
        response: ok(TotpDraft),
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return draftTotp(house, await getOwn(house, request), request.body.password, readDevice(request))
    },
  )

  app.post(
    '/api/identity/account/totp/confirm',
    { config: own, schema: { summary: '确认绑定动态口令', body: ConfirmTotp, response: noContent } },
    async (request, reply) => {
      await bindTotp(house, await getOwn(house, request), request.body)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/identity/account/totp/remove',
    { config: own, schema: { summary: '解除动态口令', body: ProvePassword, response: noContent } },
    async (request, reply) => {
      await unbindTotp(house, await getOwn(house, request), request.body.password, readDevice(request))
      return reply.code(204).send(null)
    },
  )
}

function sessionRoutes(app: App, house: SignInHouse): void {
  app.post(
    '/api/identity/sign-out',
    { config: own, schema: { summary: '退出登录', response: noContent } },
    async (request, reply) => {
      await signOut(house.door, await getOwn(house, request), { everywhere: false })
      giveSessionToken(request, reply, undefined)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/identity/sign-out-everywhere',
    { config: own, schema: { summary: '退出全部会话', response: noContent } },
    async (request, reply) => {
      await signOut(house.door, await getOwn(house, request), { everywhere: true })
      giveSessionToken(request, reply, undefined)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/identity/account/sessions/:session/end',
    { config: own, schema: { summary: '结束我的一个会话', params: OneSession, response: noContent } },
    async (request, reply) => {
      await endOwnSession(house.door, await getOwn(house, request), request.params.session)
      return reply.code(204).send(null)
    },
  )
}
