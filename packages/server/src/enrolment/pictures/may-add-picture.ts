import { CASE_FILE_DAYS } from '@eduduty/core/enrolment'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { HeldChild } from '../holding/held-child.ts'

/** A record of a visit as its pictures know it. */
export interface PicturedRecord {
  readonly person_id: string
  readonly record_key: string | null
  readonly recorded_at: string
}

const DAY = 86_400_000

/** Whether somebody may still add pictures to a record: to their own, not long after it was written. */
export function mayAddPicture({ actor, now }: Pick<Ctx, 'actor' | 'now'>, record: PicturedRecord): boolean {
  const age = now.getTime() - new Date(record.recorded_at).getTime()
  return record.record_key !== null && record.person_id === actor.id && age < CASE_FILE_DAYS * DAY
}

/**
 * The one of the records to which the caller now adds a picture. `own`: the caller's copy of the child. Errors:
 * `enrolment.record_not_found`.
 */
export function getRecordToPicture<Row extends PicturedRecord>(
  ctx: Ctx,
  own: HeldChild,
  records: readonly Row[],
  key: string,
): Row {
  const record = records.find(({ record_key: one }) => one === key)
  if (record === undefined || own.until_on !== null || !mayAddPicture(ctx, record))
    throw new AppError('enrolment.record_not_found', { days: CASE_FILE_DAYS })
  return record
}
