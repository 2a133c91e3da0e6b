import { dayOf, daysBetween } from '@eduduty/core/calendar'
import { areaPath } from '@eduduty/core/organizations'
import type { Casework } from '@eduduty/core/packs'
import type { Ctx } from '../../../platform/ctx.ts'
import { holdLock } from '../../../platform/db/hold-lock.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'

/** What the last case of the same child means for a new one. */
export interface EarlierCase {
  readonly earlier_case: string | null
  readonly days_clean: number | null
}

interface LastCase {
  readonly case_id: string
  readonly opened_on: string
  readonly closed_on: string | null
  readonly owner_name: string
}

const first: EarlierCase = { earlier_case: null, days_clean: null }

/** A child has one case at a time; one that ended not long ago makes the next a relapse, once somebody has said how long that is. Errors: `enrolment.case_exists`. */
export async function earlierCase(
  ctx: Ctx,
  county: string,
  index: string | null,
  { relapse }: Casework,
): Promise<EarlierCase> {
  if (index === null) return first
  // Two who open a case of the same child at the same moment come one after the other.
  await holdLock(ctx.db, `case of ${county} ${index}`)
  const [last] = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<LastCase>(
      `select case_id, opened_on, closed_on, owner_name from enrolment_holdings
       where county_code = $1 and id_number_index = $2 and is_lead
       order by closed_on is not null, closed_on desc limit 1`,
      [county, index],
    ),
  )
  if (last === undefined) return first
  if (last.closed_on === null)
    throw new AppError('enrolment.case_exists', { opened: last.opened_on, unit: last.owner_name })
  const days = daysBetween(last.closed_on, dayOf(ctx.now))
  return relapse !== undefined && days <= relapse.days ? { earlier_case: last.case_id, days_clean: days } : first
}
