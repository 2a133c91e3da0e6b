import { daysBetween } from '@eduduty/core/calendar'
import type { CareVisitBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { holdLimits } from '../../limits/read-decided.ts'
import { type CareActing, workOn } from '../acting.ts'
import { getCarePack } from '../care-pack.ts'
import { visitRule } from '../intervals/visit-rule.ts'
import { type ChildKey, setState } from '../store/child-row.ts'
import { addRecord } from '../store/records.ts'
import { assertPast } from './assert-past.ts'
import { nextVisit } from './next-visit.ts'

/**
 * Writes down a visit to a child with a care plan, and begins the time until the next. Errors: those of working on a child,
 * `enrolment.care_not_planned`, `enrolment.day_future`, `enrolment.record_taken`.
 */
export async function addCareVisit(acting: CareActing, key: ChildKey, body: CareVisitBody): Promise<void> {
  await holdLimits(acting.ctx.db, key.county)
  const working = await workOn(acting, key)
  const { ctx, copies, own } = working
  if (await isRecorded(ctx, key, body.key)) return
  if (own.care === '') throw new AppError('enrolment.care_not_planned')
  assertPast(ctx, '走访日期', body.on)
  const { visit_due_on: due, last_visit_on: last } = own
  const late = due === null ? 0 : Math.max(0, daysBetween(due, body.on))
  const visit = {
    on_day: body.on,
    visitors: body.visitors,
    found: body.found,
    next: body.next,
    days_late: late,
    record_key: body.key ?? null,
  }
  await addRecord(ctx, 'enrolment_care_visits', { copies, unit: own.unit_name }, (heads) =>
    ctx.db.kysely
      .insertInto('enrolment_care_visits')
      .values(heads.map((head) => ({ ...head, ...visit })))
      .execute(),
  )
  // One that is written down late, of a day before the last, changes nothing of what is due.
  if (last === null || body.on >= last) {
    const rule = await visitRule(ctx.db, key.county, await getCarePack(ctx, key.county), own.care)
    const time = await nextVisit(working, rule, body.on, '已走访')
    await setState(ctx, key, { last_visit_on: body.on, ...time })
  }
  ctx.audit({
    action: 'enrolment.visit_child',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, on: body.on },
  })
}

/** A visit that was sent before with this key is there already. */
async function isRecorded({ db, actor }: Ctx, { county, child }: ChildKey, key: string | undefined): Promise<boolean> {
  if (key === undefined) return false
  const [row] = await db.run<{ person_id: string }>(
    'select person_id from enrolment_care_visits where county_code = $1 and child_id = $2 and record_key = $3 limit 1',
    [county, child, key],
  )
  if (row !== undefined && row.person_id !== actor.id) throw new AppError('enrolment.record_taken')
  return row !== undefined
}
