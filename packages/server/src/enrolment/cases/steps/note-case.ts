import { dayOf } from '@eduduty/core/calendar'
import type { CaseNoteBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CaseActing, linesFor } from '../acting.ts'
import { addEvent } from '../store/add-event.ts'
import { type CaseKey, getHoldings, lockHolders } from '../store/holding-row.ts'

/**
 * Notes something of a case. A private note, as of an assessment of a disability, lies in the writer's own copy alone, where
 * its unit and the county see it. Errors: `enrolment.case_not_found`, `enrolment.case_left`,
 * `enrolment.case_destroyed`, `enrolment.not_holder`.
 */
export async function noteCase(acting: CaseActing, key: CaseKey, body: CaseNoteBody): Promise<void> {
  const { ctx } = acting
  const holders = await lockHolders(ctx, key)
  const reached = await getHoldings(ctx, key)
  if (reached[0].until_on !== null) throw new AppError('enrolment.case_left', { day: reached[0].until_on })
  if (reached[0].destroyed_on !== null) throw new AppError('enrolment.case_destroyed', { day: reached[0].destroyed_on })
  const lines = linesFor(acting, reached)
  const own = holders.find(({ line }) => lines.includes(line))
  if (own === undefined) throw new AppError('enrolment.not_holder')
  await addEvent(ctx, body.is_private ? [own] : holders, {
    type: 'note',
    on_day: dayOf(ctx.now),
    says: body.says.trim(),
    state: own.state,
    is_private: body.is_private,
    unit_name: own.unit_name,
    line: own.line,
  })
  ctx.audit({
    action: 'enrolment.note',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { case: key.case, private: body.is_private },
  })
}
