import type { AuditAction } from '@eduduty/core/audit'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../ctx.ts'
import type { Door } from '../door.ts'
import type { AppError } from '../errors/app-error.ts'
import { toAppError } from '../errors/to-app-error.ts'
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

export interface Tried {
  readonly caller: Caller
  readonly action: AuditAction
  /** Asked for only when there is something to record. */
  readonly subject: string | (() => Promise<string>)
}

/**
 * Runs `work`; when it is refused or fails, one event says what was tried and why it was not done. A failure is told as it
 * was, even if the event of it cannot be kept either: that its outcome is unknown matters more. A denial is not.
 */
export async function recordingRefusal<T>(door: Door, tried: Tried, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const known = toAppError(error)
    if (known.status < 500) await record(door, tried, known)
    else await record(door, tried, known).catch(() => undefined)
    markRecorded(error)
    throw error
  }
}

async function record(door: Door, { caller, action, subject }: Tried, known: AppError): Promise<void> {
  const result = known.status >= 500 ? 'failed' : 'denied'
  const named = typeof subject === 'string' ? subject : await subject()
  await door.record(caller, { action, subject: named, result, reason: known.message })
}
