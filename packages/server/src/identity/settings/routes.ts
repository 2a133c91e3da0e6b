import { ChangeSettings, SecuritySettings } from '@eduduty/core/identity'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { noContent, ok } from '../../platform/http/schemas.ts'
import { change } from '../change.ts'
import { changeSettings } from './change-settings.ts'
import { readSettings } from './read-settings.ts'

const manage = { access: { verb: 'identity.settings_manage' } } as const

/** How the installation signs in. */
export const settingsRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/identity/settings',
    { config: manage, schema: { summary: '安全设置', response: ok(SecuritySettings) } },
    (request) => door.read(callerOf(request), ({ db }) => readSettings(db)),
  )

  app.put(
    '/api/identity/settings',
    {
      config: manage,
      schema: {
        summary: '修改安全设置',
        body: ChangeSettings,
        response: noContent,
      },
    },
    async (request, reply) => {
      const { settings, reason } = request.body
      const tried = { action: 'identity.change_settings', subject: '安全设置' } as const
      await change(door, callerOf(request), tried, (ctx) => changeSettings(ctx, settings, reason))
      return reply.code(204).send(null)
    },
  )
}
