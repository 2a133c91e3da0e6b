import { groupBy } from '@eduduty/core/collection'
import { decidedVisit } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { readDecided } from '../../limits/read-decided.ts'
import { childWaits } from '../../limits/waiting.ts'
import { getCarePack } from '../care-pack.ts'
import { copyColumns, type StoredChild, setState } from '../store/child-row.ts'
import { startVisitTime, visitorOf } from '../store/visit-clock.ts'

/** A copy of a child, with the day from which the next visit is counted. */
type WaitingCopy = StoredChild & { readonly since: string }

/**
 * Starts the time until the next visit to children in care who waited for somebody to say how long it is: from the last
 * visit, before the first one from the day of the care plan. Gives of how many it runs now. The caller reaches the county.
 */
export function startWaitingVisits(ctx: Ctx, county: string): Promise<number> {
  return reaching(ctx, [areaPath(county)], async () => {
    const [pack, decided] = [await getCarePack(ctx, county), await readDecided(ctx.db, county)]
    let started = 0
    for (const copies of await findWaiting(ctx, county)) {
      const [own] = copies
      const visitor = visitorOf(copies)
      const rule = own && decidedVisit(pack, decided, own.care)?.rule
      if (own === undefined || visitor === undefined || rule === undefined) continue
      const key = { county, child: own.child_id }
      const next = { rule, path: visitor.org_path, startedOn: own.since, reason: '本县确定了走访间隔' }
      await setState(ctx, key, await startVisitTime(ctx, key, own, next))
      started += 1
    }
    return started
  })
}

/** Each child by the copies that units hold now. */
async function findWaiting({ db }: Ctx, county: string): Promise<Iterable<readonly WaitingCopy[]>> {
  const rows = await db.run<WaitingCopy>(
    `select ${copyColumns}, coalesce(h.last_visit_on, (
         select min(p.on_day) from enrolment_care_plans p
         where p.county_code = h.county_code and p.child_id = h.child_id and p.kind = h.care), h.from_on)::text as since
     from enrolment_care_children h where h.county_code = $1 and ${childWaits}
     order by h.child_id, h.is_lead desc, h.holding_no for update`,
    [county],
  )
  return groupBy(rows, (row) => row.child_id).values()
}
