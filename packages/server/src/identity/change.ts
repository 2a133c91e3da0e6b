import type { AuditAction } from '@eduduty/core/audit'
import type { Caller, Ctx } from '../platform/ctx.ts'
import type { Door } from '../platform/door.ts'
import { recordingRefusal } from '../platform/http/record-refusal.ts'
import { nameTried } from './name-tried.ts'

/** A change through the door: done, it leaves the event that the use case wrote; refused, one event that it was tried. */
export function change<T>(
  door: Door,
  caller: Caller,
  { action, subject }: { readonly action: AuditAction; readonly subject: string },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const tried = { caller, action, subject: () => nameTried(door, caller, subject) }
  return recordingRefusal(door, tried, () => door.write(caller, work))
}
