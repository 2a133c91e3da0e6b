import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { inCounty } from '../../limits/read-decided.ts'
import { findCasework } from '../definitions/find-casework.ts'

/** Open cases that began before anybody had said within how many days a child relapses are told apart now. */
export async function markRelapses(ctx: Ctx, county: string): Promise<void> {
  const { relapse } = (await inCounty(ctx.db, county, await findCasework(ctx.db))).casework
  if (relapse === undefined) return
  await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run(
      `update enrolment_holdings h set earlier_case = e.case_id, days_clean = h.opened_on - e.closed_on
       from (select distinct on (n.case_id) n.case_id as later, o.case_id, o.closed_on
         from enrolment_holdings n join enrolment_holdings o on o.county_code = n.county_code and o.is_lead
           and o.id_number_index = n.id_number_index and o.case_id <> n.case_id and o.closed_on <= n.opened_on
         where n.county_code = $1 and n.is_lead and n.until_on is null and n.closed_on is null
           and n.earlier_case is null and n.opened_on - o.closed_on <= $2
         order by n.case_id, o.closed_on desc) e
       where h.county_code = $1 and h.case_id = e.later and h.until_on is null`,
      [county, relapse.days],
    ),
  )
}
