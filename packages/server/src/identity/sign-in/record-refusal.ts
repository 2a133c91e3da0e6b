import type { AuditAction } from '@eduduty/core/audit'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { markRecorded } from '../../platform/http/record-refusal.ts'

interface Tried {
  readonly caller: Caller
  readonly action: AuditAction
  readonly subject: string
}

/** Runs `work`; when it is refused or fails, one event says what was tried and why it was not done. */
export async function recordingRefusal<T>(door: Door, tried: Tried, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { caller, action, subject } = tried
    const known = error instanceof AppError ? error : new AppError('internal.bug')
    const result = known.status >= 500 ? 'failed' : 'denied'
    await door.record(caller, { action, subject, result, reason: known.message })
    markRecorded(error)
    throw error
  }
}
