import type { FastifyRequest } from 'fastify'
import type { AppError } from '../errors/app-error.ts'
import { findCaller, findSignedIn, originOf, readingMethods } from './access.ts'
import type { Deps } from './app-type.ts'

const recorded = new WeakSet<object>()

/** Notes that a refusal has its event already, made where more was known about it. */
export function markRecorded(error: unknown): void {
  if (typeof error === 'object' && error !== null) recorded.add(error)
}

/**
 * Leaves one event of a change that somebody signed in asked for and did not get: an id of others, an ended proposal,
 * a page elsewhere. What was merely mistyped (400) leaves none.
 */
export async function recordRefusal(
  request: FastifyRequest,
  error: unknown,
  known: AppError,
  deps: Deps,
): Promise<void> {
  const person = findSignedIn(request)
  if (person === undefined || readingMethods.has(request.method)) return
  if (known.status === 400 || (typeof error === 'object' && error !== null && recorded.has(error))) return
  const purpose = request.routeOptions.schema?.summary ?? request.routeOptions.url ?? ''
  const caller = findCaller(request) ?? {
    actor: person.actor,
    verb: 'system',
    scopes: [],
    purpose,
    origin: originOf(request),
  }
  const result = known.status >= 500 ? 'failed' : 'denied'
  await deps.door.record(caller, { action: 'platform.access', subject: purpose, result, reason: known.message })
}
