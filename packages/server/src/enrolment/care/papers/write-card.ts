import { chinaMinute, dayOf } from '@eduduty/core/calendar'
import { type CardBody, layOutCard } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { writeReport } from '../../../platform/docx/write-report.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { CareActing } from '../acting.ts'
import { openOf } from '../store/care-numbers.ts'
import { type ChildKey, getCopies } from '../store/child-row.ts'
import { currentPlan } from '../views/read-plans.ts'

/**
 * The contact card of a child with a care plan, as docx, with names and telephones in full (敏感个人信息): every one is an
 * event of the log with what it is for. Errors: `enrolment.care_child_not_found`, `enrolment.care_child_left`,
 * `enrolment.care_not_planned`.
 */
export async function writeCard(
  { ctx, keyring }: CareActing,
  key: ChildKey,
  { reason }: CardBody,
): Promise<{ name: string; bytes: Uint8Array }> {
  const [row] = await getCopies(ctx, key)
  if (row.until_on !== null) throw new AppError('enrolment.care_child_left', { day: row.until_on })
  const plan = await currentPlan(ctx.db, key)
  if (plan === undefined) throw new AppError('enrolment.care_not_planned')
  ctx.audit({
    action: 'enrolment.print_card',
    subject: `${row.township_name}${maskName(row.child_name)}`,
    reason,
    detail: { child: key.child },
  })
  const name = `联系卡 ${maskName(row.child_name)}.docx`
  const day = dayOf(ctx.now)
  const card = {
    name: row.child_name,
    sex: row.sex,
    birth_on: row.birth_on ?? '',
    kind: plan.title,
    carer: plan.carer,
    school: [row.school_name, row.grade].filter((text) => text !== '').join(' '),
    address: row.address || row.village,
    guardian: row.guardian,
    measures: plan.measures,
    guardian_phone: openOf(keyring, key, 'phone', row.phone_sealed) ?? '',
    helper: plan.helper,
    helper_post: plan.helper_post,
    helper_phone: openOf(keyring, key, 'helper_phone', plan.helper_phone_sealed) ?? '',
    unit: row.school_name || row.township_name,
    on: day,
    mark: `${ctx.actor.name} ${chinaMinute(ctx.now)} 打印，用途：${reason}。含未成年人信息，只交儿童和监护人、帮扶人，不得公开。`,
  }
  return { name, bytes: await writeReport(layOutCard(card, name), day) }
}
