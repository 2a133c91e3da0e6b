import { startOfDay } from '@eduduty/core/calendar'
import type { InboxItem, InboxPart } from '@eduduty/core/desk'
import { scopesFor } from '@eduduty/core/identity'
import { countyOf, reachesCounty } from '@eduduty/core/organizations'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { findWaiting } from './find-waiting.ts'
import { findLimits } from './list-limits.ts'
import { readDecided } from './read-decided.ts'

/** That limits are to be decided: one line for whoever decides for the county, while cases, reports or children wait for it. */
export async function findLimitItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('enrolment.read')
  const county = countyOf(own.actor.path)
  const decides = county !== '' && reachesCounty(scopesFor(own.grants, 'enrolment.decide'), county)
  if (caller === undefined || part !== 'waiting' || !decides) return []
  return own.door.read(caller, async (ctx) => {
    const { cases, reports, children, since } = await findWaiting(ctx.db, county)
    if (since === undefined) return []
    const decided = await readDecided(ctx.db, county)
    const open = (await findLimits(ctx, county)).filter(({ id }) => !decided.has(id)).length
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
        says: `有${open}项尚未确定；在办个案${cases}件、定期报告${reports}份、关爱走访${children}人没有计时`,
        at: startOfDay(since),
        may_accept: false,
        may_see: false,
      },
    ]
  })
}
