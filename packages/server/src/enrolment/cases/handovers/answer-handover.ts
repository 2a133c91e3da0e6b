import { dayOf } from '@eduduty/core/calendar'
import type { HandoverAnswerBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { CaseLine } from '@eduduty/core/packs'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { CaseActing } from '../acting.ts'
import { unitsOfCounty } from '../open/case-units.ts'
import { addEvent } from '../store/add-event.ts'
import { lockHolders } from '../store/holding-row.ts'
import { acceptFromCounty } from './accept-from-county.ts'
import { acceptInCounty } from './accept-in-county.ts'
import { endHandover, getHandover, type HandoverKey, type StoredHandover } from './handover-row.ts'
import { answersFor, withdrawsFor } from './present-handover.ts'

/**
 * Accepts a child, or refuses it with a reason. Errors: `enrolment.handover_not_found`, `enrolment.handover_over`,
 * `enrolment.not_receiver`, `enrolment.says_missing`, `enrolment.case_closed`, `enrolment.unit_not_found`,
 * `enrolment.case_exists`.
 */
export async function answerHandover(acting: CaseActing, key: HandoverKey, body: HandoverAnswerBody): Promise<void> {
  const { ctx } = acting
  const row = await getHandover(ctx.db, key, 'to')
  if (!answersFor(acting, row)) throw new AppError('enrolment.not_receiver', { unit: row.to_name })
  if (!body.accepts && body.says.trim() === '') throw new AppError('enrolment.says_missing')
  await endHandover(ctx, row, body.accepts ? 'accepted' : 'refused', body.says)
  const line = await receivingLine(ctx, row)
  if (!body.accepts) await tellRefused(acting, row, line, body.says)
  else if (row.from_county === row.to_county) await acceptInCounty(acting, row, line)
  else await acceptFromCounty(acting, row, body)
  ctx.audit({
    action: body.accepts ? 'enrolment.accept_handover' : 'enrolment.refuse_handover',
    subject: `${row.from_name}${maskName(row.child_name)}`,
    detail: { case: row.case_id },
    ...(body.says.trim() !== '' && { reason: body.says.trim() }),
  })
}

/** Takes an offer back while nobody has answered it. Errors: `enrolment.handover_not_found`, `enrolment.handover_over`. */
export async function withdrawHandover(acting: CaseActing, key: HandoverKey): Promise<void> {
  const { ctx } = acting
  const row = await getHandover(ctx.db, key, 'from')
  if (!withdrawsFor(acting, row)) throw new AppError('enrolment.handover_not_found')
  await endHandover(ctx, row, 'withdrawn', '')
  ctx.audit({
    action: 'enrolment.withdraw_handover',
    subject: `${row.from_name}${maskName(row.child_name)}`,
    detail: { case: row.case_id },
  })
}

/** As whose the child would go on: of a school, of a township, or of another county. */
async function receivingLine(ctx: Ctx, { to_unit: unit, to_county: county }: StoredHandover): Promise<CaseLine> {
  if (unit === null) return '县'
  const units = await unitsOfCounty(ctx, county)
  return units.find(({ unit_id: id }) => id === unit)?.kind === 'township' ? '乡镇' : '学校'
}

async function tellRefused({ ctx }: CaseActing, row: StoredHandover, line: CaseLine, says: string): Promise<void> {
  const holders = await lockHolders(ctx, { county: row.from_county, case: row.case_id })
  const [first] = holders
  if (first === undefined) return
  await addEvent(ctx, holders, {
    type: 'note',
    on_day: dayOf(ctx.now),
    says: `${row.to_name}不接收：${says.trim()}`,
    state: first.state,
    unit_name: row.to_name,
    line,
  })
}
