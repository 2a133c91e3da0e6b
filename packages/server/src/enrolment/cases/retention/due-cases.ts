import { addMonths, dayOf } from '@eduduty/core/calendar'
import type { Ctx } from '../../../platform/ctx.ts'
import { inCounty } from '../../limits/read-decided.ts'
import { findCasework } from '../definitions/find-casework.ts'

/** By what rule cases are kept, and until which end they are due. */
export interface KeptFor {
  readonly years: number
  /** Which document says so. */
  readonly basis: string
  /** The last day of ending that is due today. */
  readonly closedUntil: string
}

/** How long cases are kept: `kept` by a rule; `undecided` where the pack only suggests and the county has said nothing; `unruled` where the pack has none. */
export type Keeping =
  | { readonly state: 'kept'; readonly rule: KeptFor }
  | { readonly state: 'undecided' }
  | { readonly state: 'unruled' }

/** By the rule as it is in force today, whatever the case was pinned to. Without a rule nothing is due. */
export async function readKeeping({ db, now }: Pick<Ctx, 'db' | 'now'>, county: string): Promise<Keeping> {
  const found = await findCasework(db)
  if (found.casework.retention === undefined) return { state: 'unruled' }
  const { retention } = (await inCounty(db, county, found)).casework
  if (retention === undefined) return { state: 'undecided' }
  const { years, basis } = retention
  const words = [basis?.document, basis?.article].filter((word) => word !== undefined)
  return {
    state: 'kept',
    rule: { years, basis: words.join(''), closedUntil: addMonths(dayOf(now), -12 * years) },
  }
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
