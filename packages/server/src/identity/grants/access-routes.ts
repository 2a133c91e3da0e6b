import { AccessAnswer, AccessQuery, AdministratorDesk, PersonAccess } from '@eduduty/core/identity'
import { systemCaller } from '../../platform/ctx.ts'
import { callerOf, getSignedIn, originOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { OnePerson, personOf } from '../people/one-person.ts'
import { listAccess } from './list-access.ts'
import { listPersonAccess } from './list-person-access.ts'
import { readAdministratorDesk } from './read-administrator-desk.ts'

const read = { access: { verb: 'identity.grants_read' } } as const

/** Who can see what, and by which rule; the desk of the three administrators. */
export const accessRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/identity/access',
    { config: read, schema: { summary: '谁能看，依据什么', querystring: AccessQuery, response: ok(AccessAnswer) } },
    (request) => {
      const { scopes } = callerOf(request)
      const { grants } = getSignedIn(request)
      const system = systemCaller('谁能看，依据什么', { origin: originOf(request) })
      return door.read(system, (ctx) => listAccess(ctx, request.query, { scopes, grants }))
    },
  )

  app.get(
    '/api/identity/access/:county_code/:person_id',
    { config: read, schema: { summary: '一名人员能看什么', params: OnePerson, response: ok(PersonAccess) } },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        listPersonAccess(ctx, personOf(request.params), getSignedIn(request).grants),
      ),
  )

  app.get(
    '/api/identity/administrators',
    {
      config: { access: { verb: 'identity.administrators_read' } },
      schema: { summary: '三员工作台', response: ok(AdministratorDesk) },
    },
    (request) => door.read(callerOf(request), (ctx) => readAdministratorDesk(ctx, getSignedIn(request).grants)),
  )
}
