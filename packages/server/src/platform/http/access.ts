import type { GrantInForce, Verb } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import type { Actor, Caller, Origin } from '../ctx.ts'

/** Everybody's own affairs. `gathers`: what of them is read with verbs, each as far as the person holds it. */
export interface OwnAccess {
  readonly own: string
  readonly gathers?: readonly Verb[]
}

/** Who may use a route: anybody, for a stated reason; everybody signed in, for their own affairs; or who holds a verb. */
export type Access = { readonly public: string } | OwnAccess | { readonly verb: Verb }

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

/** Names the delegation by which somebody acts for a colleague. */
export const delegationHeader = 'x-eduduty-for'

export const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

const people = new WeakMap<FastifyRequest, SignedIn>()
const callers = new WeakMap<FastifyRequest, Caller>()

export function originOf(request: FastifyRequest): Origin {
  return { requestId: request.id, address: request.ip }
}

/** Notes whose request it is; the guard's work. */
export function notePerson(request: FastifyRequest, person: SignedIn): void {
  people.set(request, person)
}

export function noteCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller)
}

/** Undefined on public routes, and before the guard has decided. */
export function findCaller(request: FastifyRequest): Caller | undefined {
  return callers.get(request)
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
