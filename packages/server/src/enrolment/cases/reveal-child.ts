import type { CaseContactBody, CaseRevealBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import { type CaseActing, visits } from './acting.ts'
import { openChildNumber } from './store/child-numbers.ts'
import { type CaseKey, getHoldings, type StoredHolding } from './store/holding-row.ts'

/**
 * Shows what is masked, for a written reason, to whoever holds the child now; the event names who, whose and why, never
 * what was shown. Errors: `enrolment.case_not_found`, `enrolment.case_left`, `enrolment.nothing_to_reveal`.
 */
export function revealChild(acting: CaseActing, key: CaseKey, body: CaseRevealBody): Promise<string> {
  return reveal(acting, key, body, 'enrolment.reveal')
}

/**
 * Shows the child's name or the guardian's telephone to somebody of a unit that holds the child now and goes to its door:
 * for a written reason, recorded as a visitor's. Errors: as above, and `enrolment.contact_of_holder`.
 */
export function revealContact(acting: CaseActing, key: CaseKey, body: CaseContactBody): Promise<string> {
  return reveal(acting, key, body, 'enrolment.see_contact')
}

async function reveal(
  acting: CaseActing,
  key: CaseKey,
  { data, reason }: CaseRevealBody,
  action: 'enrolment.reveal' | 'enrolment.see_contact',
): Promise<string> {
  const { ctx } = acting
  const reached = await getHoldings(ctx, key)
  const [row] = reached
  if (row.until_on !== null) throw new AppError('enrolment.case_left', { day: row.until_on })
  if (action === 'enrolment.see_contact' && !visits(acting, reached)) throw new AppError('enrolment.contact_of_holder')
  const value = row.destroyed_on === null ? shownValue(acting, row, data) : undefined
  if (value === undefined) throw new AppError('enrolment.nothing_to_reveal')
  ctx.audit({
    action,
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
