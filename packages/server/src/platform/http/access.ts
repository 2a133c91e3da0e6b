import type { GrantInForce, Verb } from '@eduduty/core/identity'
import { scopesFor, verbs } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import type { Actor, Caller, Origin } from '../ctx.ts'
import { AppError } from '../errors/app-error.ts'
import type { App, Deps } from './app-type.ts'

/** Who may use a route: anybody, for a stated reason; everybody signed in, for their own affairs; or who holds a verb. */
export type Access = { readonly public: string } | { readonly own: string } | { readonly verb: Verb }

/** A person behind a request, with what their posts allow today. */
export interface SignedIn {
  readonly actor: Actor
  readonly grants: readonly GrantInForce[]
  /** Hash that the session is kept under. */
  readonly session: string
  /** What a page of ours sends along with every change; another site cannot know it. */
  readonly csrfToken: string
  /** Until it is done, nothing but own affairs is allowed. */
  readonly mustFirst?: 'set_password' | 'set_totp'
}

export const csrfHeader = 'x-eduduty-csrf'

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const people = new WeakMap<FastifyRequest, SignedIn>()
const callers = new WeakMap<FastifyRequest, Caller>()

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
    if (person !== undefined) people.set(request, person)
    if ('public' in access) return
    if (person === undefined) throw new AppError('access.signed_out')
    if (!readingMethods.has(request.method) && request.headers[csrfHeader] !== person.csrfToken)
      throw new AppError('access.foreign_page')
    callers.set(request, await callerFor(request, person, access, deps))
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
  await deps.door.record(caller, {
    action: 'platform.access',
    subject: purpose,
    result: 'denied',
    reason: person.mustFirst ?? verbs[access.verb],
  })
  throw new AppError(person.mustFirst === undefined ? 'access.denied' : `access.${person.mustFirst}`)
}

export function originOf(request: FastifyRequest): Origin {
  return { requestId: request.id, address: request.ip }
}

/** The caller of a request whose route names a verb, or own affairs (then without any scope). */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request)
  if (caller === undefined) throw new Error('a public route has no caller')
  return caller
}

/** The person behind a request; undefined on public routes when nobody is signed in. */
export function findSignedIn(request: FastifyRequest): SignedIn | undefined {
  return people.get(request)
}

/** The person behind a request to a route that is not public. */
export function getSignedIn(request: FastifyRequest): SignedIn {
  const person = people.get(request)
  if (person === undefined) throw new Error('a public route may have nobody signed in')
  return person
}
