import { startOfDay } from '@eduduty/core/calendar'
import type { InboxItem, InboxPart } from '@eduduty/core/desk'
import { scopesFor } from '@eduduty/core/identity'
import { areaPath, countyOf, reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { findLimits } from './list-limits.ts'
import { readDecided } from './read-decided.ts'

interface Waiting {
  readonly cases: number
  readonly reports: number
  readonly since: string | null
}

/** That limits are to be decided: one line for whoever decides for the county, while cases or reports wait for it. */
export async function findLimitItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('enrolment.read')
  const county = countyOf(own.actor.path)
  const decides = county !== '' && reachesCounty(scopesFor(own.grants, 'enrolment.decide'), county)
  if (caller === undefined || part !== 'waiting' || !decides) return []
  return own.door.read(caller, async (ctx) => {
    const { cases, reports, since } = await findWaiting(ctx, county)
    if (cases + reports === 0 || since === null) return []
    const decided = await readDecided(ctx.db, county)
    const open = (await findLimits(ctx.db)).filter(({ id }) => !decided.has(id)).length
    if (open === 0) return []
    return [
      {
        key: `limits:${county}`,
        subject: 'limits',
        county,
        id: county,
        deed: '确定',
        title: '控辍保学的期限和次数',
        unit_name: '',
        says: `有${open}项没有定；${cases}个在办个案、${reports}份定期报告没有计时`,
        at: startOfDay(since),
        may_accept: false,
        may_see: false,
      },
    ]
  })
}

/** What waits, and since when the first of it does. */
async function findWaiting({ db }: Ctx, county: string): Promise<Waiting> {
  const [cases] = await db.run<{ n: number; since: string | null }>(
    `select count(distinct case_id) as n, min(opened_on)::text as since from enrolment_holdings
     where county_code = $1 and org_path = $2 and until_on is null and closed_on is null and clock_id is null`,
    [county, areaPath(county)],
  )
  const [reports] = await db.run<{ n: number; since: string | null }>(
    `select count(*) as n, min(ends_on)::text as since from enrolment_periodic
     where county_code = $1 and clock_id = '' and handed_in_on is null`,
    [county],
  )
  const days = [cases?.since, reports?.since].filter((day) => typeof day === 'string').toSorted()
  return { cases: cases?.n ?? 0, reports: reports?.n ?? 0, since: days[0] ?? null }
}
