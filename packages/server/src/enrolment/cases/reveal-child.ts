import type { CaseRevealBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import type { CaseActing } from './acting.ts'
import { openChildNumber } from './store/child-numbers.ts'
import { type CaseKey, getHoldings, type StoredHolding } from './store/holding-row.ts'

/**
 * Shows what is masked, for a written reason, to whoever holds the child now; the event names who, whose and why, never
 * what was shown. Errors: `enrolment.case_not_found`, `enrolment.case_left`, `enrolment.nothing_to_reveal`.
 */
export async function revealChild(acting: CaseActing, key: CaseKey, { data, reason }: CaseRevealBody): Promise<string> {
  const { ctx } = acting
  const [row] = await getHoldings(ctx, key)
  if (row.until_on !== null) throw new AppError('enrolment.case_left', { day: row.until_on })
  const value = row.destroyed_on === null ? shownValue(acting, row, data) : undefined
  if (value === undefined) throw new AppError('enrolment.nothing_to_reveal')
  ctx.audit({
    action: 'enrolment.reveal',
    subject: `${row.township_name}${maskName(row.child_name)}`,
    reason,
    detail: { case: key.case, data },
  })
  return value
}

function shownValue({ keyring }: CaseActing, row: StoredHolding, data: CaseRevealBody['data']): string | undefined {
  switch (data) {
    case 'name':
      return row.child_name
    case 'id_number':
      return openChildNumber(keyring, row, 'id_number', row.id_number_sealed)
    case 'guardian_phone':
      return openChildNumber(keyring, row, 'phone', row.phone_sealed)
  }
}
