import type { ReviewBody } from '@eduduty/core/enrolment'
import { needsOf, reviewDay } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CareActing, workOn } from '../acting.ts'
import { getCarePack } from '../care-pack.ts'
import { type ChildKey, setState } from '../store/child-row.ts'
import { assertPast } from './assert-past.ts'
import { writePlacement } from './place-child.ts'

/**
 * A placement has been looked at again and stays, or it ends. Errors: those of working on a child,
 * `enrolment.care_not_placed`, `enrolment.care_need_missing`, `enrolment.care_day_before`, `enrolment.day_future`.
 */
export async function reviewPlacement(acting: CareActing, key: ChildKey, body: ReviewBody): Promise<void> {
  const working = await workOn(acting, key)
  const { ctx, own } = working
  const { placement, placed_on: placedOn } = own
  if (placement === '' || placedOn === null) throw new AppError('enrolment.care_not_placed')
  assertPast(ctx, '复核日期', body.on)
  if (body.on < placedOn) throw new AppError('enrolment.care_day_before', { day: placedOn })
  const pack = await getCarePack(ctx, key.county)
  const kind = pack.placements.find(({ id }) => id === placement)
  const next = body.review_on ?? (kind === undefined ? undefined : reviewDay(kind, body.on))
  const review = body.deed === 'ended' ? null : (next ?? null)
  if (body.deed === 'reviewed' && review === null && kind !== undefined && needsOf(kind).includes('复核日期'))
    throw new AppError('enrolment.care_need_missing', { kind: own.placement_title, missing: '复核日期' })
  if (review !== null && review <= body.on) throw new AppError('enrolment.care_day_before', { day: body.on })
  await writePlacement(working, {
    deed: body.deed,
    kind: placement,
    title: own.placement_title,
    is_at_home: own.is_at_home,
    on_day: body.on,
    school_id: own.school_id,
    school_name: own.school_name,
    class: '',
    decided_by: body.decider,
    opinion: '',
    reasons: body.reasons,
    review_on: review,
    pack: pack.pack,
    version: pack.version,
  })
  await setState(ctx, key, {
    review_on: review,
    ...(body.deed === 'ended' && { placement: '', placement_title: '', is_at_home: false, placed_on: null }),
  })
  ctx.audit({
    action: 'enrolment.review_placement',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, deed: body.deed },
  })
}
