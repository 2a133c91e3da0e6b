import type { CarePlanBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { AppError } from '../../../platform/errors/app-error.ts'
import { holdLimits } from '../../limits/read-decided.ts'
import { type CareActing, workOn } from '../acting.ts'
import { getCarePack } from '../care-pack.ts'
import { visitRule } from '../intervals/visit-rule.ts'
import { sealPhone } from '../store/care-numbers.ts'
import { type ChildKey, setState } from '../store/child-row.ts'
import { addRecord } from '../store/records.ts'
import { assertPast } from './assert-past.ts'
import { nextVisit } from './next-visit.ts'

/**
 * Sets or changes a child's care plan: what it needs, what is done, who helps; the time until the next visit begins.
 * Errors: those of working on a child, `enrolment.care_kind_unknown`, `enrolment.day_future`, `enrolment.phone_invalid`.
 */
export async function planCare(acting: CareActing, key: ChildKey, body: CarePlanBody): Promise<void> {
  await holdLimits(acting.ctx.db, key.county)
  const working = await workOn(acting, key)
  const { ctx, copies, own } = working
  const pack = await getCarePack(ctx, key.county)
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
    : await nextVisit(
        working,
        await visitRule(ctx.db, key.county, pack, kind.id),
        own.last_visit_on ?? body.on,
        '立关爱方案',
      )
  await setState(ctx, key, { care: kind.id, care_title: kind.title, helper, ...time })
  ctx.audit({
    action: 'enrolment.plan_care',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, kind: kind.id },
  })
}
