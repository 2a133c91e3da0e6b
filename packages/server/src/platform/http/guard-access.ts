import { scopesFor, verbs } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../ctx.ts'
import { AppError } from '../errors/app-error.ts'
import { type Access, csrfHeader, noteCaller, notePerson, originOf, readingMethods, type SignedIn } from './access.ts'
import type { App, Deps } from './app-type.ts'
import { markRecorded } from './record-refusal.ts'

/** Decides about every request before its content is looked at. Denials leave an audit event. */
export function guardAccess(app: App, deps: Deps): void {
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && route.config?.access === undefined)
      throw new Error(`the route ${route.url} declares no access`)
  })
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    if (access === undefined) return
    const person = await deps.identify(request)
    if (person !== undefined) notePerson(request, person)
    if ('public' in access) return
    if (person === undefined) throw new AppError('access.signed_out')
    if (!readingMethods.has(request.method) && request.headers[csrfHeader] !== person.csrfToken)
      throw new AppError('access.foreign_page')
    noteCaller(request, await callerFor(request, person, access, deps))
  })
}

async function callerFor(
  request: FastifyRequest,
  person: SignedIn,
  access: Exclude<Access, { readonly public: string }>,
  deps: Deps,
): Promise<Caller> {
  const { actor } = person
  const purpose = request.routeOptions.schema?.summary ?? request.routeOptions.url ?? ''
  const origin = originOf(request)
  if ('own' in access) return { actor, verb: 'system', scopes: [], purpose, origin }
  const scopes = scopesFor(person.grants, access.verb)
  const caller: Caller = { actor, verb: access.verb, scopes, purpose, origin }
  if (person.mustFirst === undefined && scopes.length > 0) return caller
  const refusal = new AppError(person.mustFirst === undefined ? 'access.denied' : `access.${person.mustFirst}`)
  const reason = person.mustFirst === undefined ? '岗位没有这项权限' : refusal.message
  await deps.door.record(caller, { action: 'platform.access', subject: verbs[access.verb], result: 'denied', reason })
  markRecorded(refusal)
  throw refusal
}
