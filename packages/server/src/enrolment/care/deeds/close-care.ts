import type { CloseCareBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { type CareActing, workOn } from '../acting.ts'
import { type ChildKey, setState } from '../store/child-row.ts'
import { stopVisitTime } from '../store/visit-clock.ts'
import { assertPast } from './assert-past.ts'

/** A child is not cared for here any more: it stays to be read, nothing is added. Errors: those of working on a child, `enrolment.day_future`. */
export async function closeCare(acting: CareActing, key: ChildKey, { on, reason }: CloseCareBody): Promise<void> {
  const { ctx, own } = await workOn(acting, key)
  assertPast(ctx, '结束日期', on)
  await stopVisitTime(ctx, key, own, '结束关爱')
  await setState(ctx, key, { closed_on: on, visit_due_on: null, clock_id: null, review_on: null })
  ctx.audit({
    action: 'enrolment.close_care',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    reason,
    detail: { child: key.child },
  })
}
