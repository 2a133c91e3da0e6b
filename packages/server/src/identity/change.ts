import type { AuditAction } from '@eduduty/core/audit'
import type { Caller, Ctx } from '../platform/ctx.ts'
import type { Door } from '../platform/door.ts'
import { AppError } from '../platform/errors/app-error.ts'

/**
 * A change through the door. Refused, it leaves one event that it was tried: by whom, on what and why it was refused;
 * done, the event that the use case wrote.
 */
export async function change<T>(
  door: Door,
  caller: Caller,
  tried: { readonly action: AuditAction; readonly subject: string },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  try {
    return await door.write(caller, work)
  } catch (error) {
    if (error instanceof AppError && error.status >= 400 && error.status < 500)
      await door.record(caller, { ...tried, result: 'denied', reason: error.code })
    throw error
  }
}
