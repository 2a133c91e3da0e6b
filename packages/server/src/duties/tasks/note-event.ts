import type { Light, TaskDeed } from '@eduduty/core/duties'
import type { Ctx } from '../../platform/ctx.ts'
import { nextEventNo, type StoredTask } from './task-row.ts'

export interface EventNote {
  readonly deed: TaskDeed
  readonly says: string
  /** Of a letter of supervision: until when, and which post is told as well. */
  readonly dueOn?: string | undefined
  readonly told?: string | undefined
  readonly light?: Exclude<Light, 'none'> | undefined
  /** Of whoever does it. */
  readonly unitName: string
}

/** Adds to a task's history, and to the log. */
export async function noteEvent(
  ctx: Ctx,
  { county_code: county, task_id: task, org_path, title, unit_name: unit }: StoredTask,
  { deed, says, light, dueOn, told, unitName }: EventNote,
): Promise<void> {
  await ctx.db.kysely
    .insertInto('duties_events')
    .values({
      county_code: county,
      task_id: task,
      event_no: await nextEventNo(ctx.db, { county, task }),
      org_path,
      deed,
      says,
      light: light ?? null,
      due_on: dueOn ?? null,
      told: told ?? '',
      unit_name: unitName,
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      happened_at: ctx.now,
    })
    .execute()
  ctx.audit({ action: `duties.${deed}`, subject: `${unit}“${title}”`, ...(says !== '' && { reason: says }) })
}
