import type { CareRevealBody, CaseContactBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import { visits } from '../cases/acting.ts'
import type { CareActing } from './acting.ts'
import { openOf } from './store/care-numbers.ts'
import { type ChildKey, getCopies, type StoredChild } from './store/child-row.ts'
import { currentPlan } from './views/read-plans.ts'

/**
 * Shows what is masked, for a written reason, to whoever holds the child now; the event names who, whose and why, never
 * what was shown. Errors: `enrolment.care_child_not_found`, `enrolment.care_child_left`, `enrolment.nothing_to_reveal`.
 */
export function revealCare(acting: CareActing, key: ChildKey, body: CareRevealBody): Promise<string> {
  return reveal(acting, key, body, 'enrolment.reveal_care')
}

/**
 * Shows the name or the guardian's telephone of a child with a care plan to somebody of a unit that holds it now and goes to
 * its door: for a written reason, recorded as a visitor's. Errors: as above, and `enrolment.contact_of_holder`.
 */
export function revealCareContact(acting: CareActing, key: ChildKey, body: CaseContactBody): Promise<string> {
  return reveal(acting, key, body, 'enrolment.see_contact')
}

async function reveal(
  acting: CareActing,
  key: ChildKey,
  { data, reason }: CareRevealBody,
  action: 'enrolment.reveal_care' | 'enrolment.see_contact',
): Promise<string> {
  const { ctx } = acting
  const reached = await getCopies(ctx, key)
  const [row] = reached
  if (row.until_on !== null) throw new AppError('enrolment.care_child_left', { day: row.until_on })
  const isCared = row.care !== '' && row.closed_on === null
  if (action === 'enrolment.see_contact' && !(isCared && visits(acting, reached)))
    throw new AppError('enrolment.contact_of_holder')
  const value = await shownValue(acting, key, row, data)
  if (value === undefined) throw new AppError('enrolment.nothing_to_reveal')
  ctx.audit({
    action,
    subject: `${row.township_name}${maskName(row.child_name)}`,
    reason,
    detail: { child: key.child, data },
  })
  return value
}

async function shownValue(
  { ctx, keyring }: CareActing,
  key: ChildKey,
  row: StoredChild,
  data: CareRevealBody['data'],
): Promise<string | undefined> {
  switch (data) {
    case 'name':
      return row.child_name
    case 'id_number':
      return openOf(keyring, key, 'id_number', row.id_number_sealed)
    case 'guardian_phone':
      return openOf(keyring, key, 'phone', row.phone_sealed)
    case 'helper_phone':
      return openOf(keyring, key, 'helper_phone', (await currentPlan(ctx.db, key))?.helper_phone_sealed ?? null)
  }
}
