import { daysBetween } from '@eduduty/core/calendar'
import type { CarePlanBody, CareVisitBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { ClockRule } from '@eduduty/core/packs'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CareActing, type Working, workOn } from '../acting.ts'
import { type CarePack, getCarePack } from '../care-pack.ts'
import { sealPhone } from '../store/care-numbers.ts'
import { type ChildKey, setState } from '../store/child-row.ts'
import { addRecord } from '../store/records.ts'
import { startVisitTime, visitorOf } from '../store/visit-clock.ts'
import { assertPast } from './assert-past.ts'

/**
 * Sets or changes a child's care plan: what it needs, what is done, who helps; the time until the next visit begins.
 * Errors: those of working on a child, `enrolment.care_kind_unknown`, `enrolment.day_future`, `enrolment.phone_invalid`.
 */
export async function planCare(acting: CareActing, key: ChildKey, body: CarePlanBody): Promise<void> {
  const working = await workOn(acting, key)
  const { ctx, copies, own } = working
  const pack = await getCarePack(ctx.db)
  const kind = pack.care.find(({ id }) => id === body.kind)
  if (kind === undefined) throw new AppError('enrolment.care_kind_unknown')
  assertPast(ctx, '方案日期', body.on)
  const { carer, situation, needs, measures, helper, helper_post } = body
  const plan = {
    kind: kind.id,
    title: kind.title,
    on_day: body.on,
    carer,
    situation,
    needs,
    measures,
    helper,
    helper_post,
    helper_phone_sealed: sealPhone(acting.keyring, key, 'helper_phone', body.helper_phone),
  }
  await addRecord(ctx, 'enrolment_care_plans', { copies, unit: own.unit_name }, (heads) =>
    ctx.db.kysely
      .insertInto('enrolment_care_plans')
      .values(heads.map((head) => ({ ...head, ...plan })))
      .execute(),
  )
  // A plan that is changed does not put off the visit that is due.
  const isSame = own.care === kind.id && own.clock_id !== null
  const time = isSame
    ? {}
    : await nextVisit(working, clockOf(pack, kind.id), own.last_visit_on ?? body.on, '立关爱方案')
  await setState(ctx, key, { care: kind.id, care_title: kind.title, helper, ...time })
  ctx.audit({
    action: 'enrolment.plan_care',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, kind: kind.id },
  })
}

/**
 * Writes down a visit to a child with a care plan, and begins the time until the next. Errors: those of working on a child,
 * `enrolment.care_not_planned`, `enrolment.day_future`, `enrolment.care_day_before`.
 */
export async function addCareVisit(acting: CareActing, key: ChildKey, body: CareVisitBody): Promise<void> {
  const working = await workOn(acting, key)
  const { ctx, copies, own } = working
  if (own.care === '') throw new AppError('enrolment.care_not_planned')
  assertPast(ctx, '走访日期', body.on)
  const { visit_due_on: due, last_visit_on: last } = own
  const late = due === null ? 0 : Math.max(0, daysBetween(due, body.on))
  const visit = { on_day: body.on, visitors: body.visitors, found: body.found, next: body.next, days_late: late }
  await addRecord(ctx, 'enrolment_care_visits', { copies, unit: own.unit_name }, (heads) =>
    ctx.db.kysely
      .insertInto('enrolment_care_visits')
      .values(heads.map((head) => ({ ...head, ...visit })))
      .execute(),
  )
  // One that is written down late, of a day before the last, changes nothing of what is due.
  if (last === null || body.on >= last) {
    const rule = clockOf(await getCarePack(ctx.db), own.care)
    const time = await nextVisit(working, rule, body.on, '已走访')
    await setState(ctx, key, { last_visit_on: body.on, ...time })
  }
  ctx.audit({
    action: 'enrolment.visit_child',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, on: body.on },
  })
}

/** The time limit of a kind of care; undefined where the pack has lost it. */
export function clockOf({ care, clocks }: CarePack, id: string): ClockRule | undefined {
  const clock = care.find((one) => one.id === id)?.clock
  return clocks.find((one) => one.id === clock)
}

async function nextVisit({ ctx, key, copies, own }: Working, rule: ClockRule | undefined, on: string, reason: string) {
  const visitor = visitorOf(copies)
  if (rule === undefined || visitor === undefined) return {}
  return startVisitTime(ctx, key, own, { rule, path: visitor.org_path, startedOn: on, reason })
}
