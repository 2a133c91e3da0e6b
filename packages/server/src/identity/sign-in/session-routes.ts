import { EndSession, SessionList } from '@eduduty/core/identity'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, noContent, ok, strict } from '../../platform/http/schemas.ts'
import { change } from '../change.ts'
import { endSession } from './end-session.ts'
import { listSessions } from './list-sessions.ts'

const manage = { access: { verb: 'identity.sessions_manage' } } as const
const OneSession = Type.Object({ county_code: CountyCode, session: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, strict)

/** Who is signed in now. */
export const onlineRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/identity/sessions',
    { config: manage, schema: { summary: '在线会话', response: ok(SessionList) } },
    (request) => door.read(callerOf(request), (ctx) => listSessions(ctx, getSignedIn(request).session)),
  )

  app.post(
    '/api/identity/sessions/:county_code/:session/end',
    {
      config: manage,
      schema: {
        summary: '结束他人的会话',
        params: OneSession,
        body: EndSession,
        response: noContent,
      },
    },
    async (request, reply) => {
      const { params, body } = request
      const tried = { action: 'identity.end_session', subject: params.session.slice(0, 8) } as const
      await change(door, callerOf(request), tried, (ctx) =>
        endSession(ctx, { county: params.county_code, session: params.session }, body.reason),
      )
      return reply.code(204).send(null)
    },
  )
}
