import { addMonths, dayOf } from '@eduduty/core/calendar'
import type { Ctx } from '../../../platform/ctx.ts'
import { findCasework } from '../definitions/find-casework.ts'

/** By what rule cases are kept, and until which end they are due. */
export interface KeptFor {
  readonly years: number
  readonly isUnverified: boolean
  /** The last day of ending that is due today. */
  readonly closedUntil: string
}

/** By the rule as it is in force today, whatever the case was pinned to; undefined where the pack has none. */
export async function readKeptFor({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<KeptFor | undefined> {
  const { retention } = (await findCasework(db)).casework
  if (retention === undefined) return undefined
  const isUnverified = retention.verified === undefined || retention.verified.grade === 'U'
  return { years: retention.years, isUnverified, closedUntil: addMonths(dayOf(now), -12 * retention.years) }
}

/** Every case of a county that ended no later than a day and still holds what is personal; the caller reaches the county. */
export async function findDueCases({ db }: Pick<Ctx, 'db'>, county: string, closedUntil: string): Promise<string[]> {
  const rows = await db.run<{ case_id: string }>(
    `select distinct case_id from enrolment_holdings
     where county_code = $1 and is_lead and until_on is null and closed_on <= $2::date and destroyed_on is null`,
    [county, closedUntil],
  )
  return rows.map(({ case_id: id }) => id)
}
