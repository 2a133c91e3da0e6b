import type { Queries } from '../../platform/db/database.ts'
import { caseWaits, childWaits, reportWaits } from './waiting.ts'

/** What waits in a county for somebody to say how long it may take, as far as the caller sees it. */
export interface Waiting {
  readonly cases: number
  readonly reports: number
  /** In care, whose next visit has no last day. */
  readonly children: number
  /** The day from which the first of it does; undefined where nothing waits. */
  readonly since: string | undefined
}

interface Counted {
  readonly n: number
  readonly since: string | null
}

/** All that waits for a decision of the county, within the caller's reach. */
export async function findWaiting(db: Queries, county: string): Promise<Waiting> {
  const count = async (statement: string): Promise<Counted> =>
    (await db.run<Counted>(statement, [county]))[0] ?? { n: 0, since: null }
  const cases = await count(
    `select count(distinct h.case_id) as n, min(h.opened_on)::text as since from enrolment_holdings h
     where h.county_code = $1 and ${caseWaits}`,
  )
  const reports = await count(
    `select count(*) as n, min(p.ends_on)::text as since from enrolment_periodic p
     where p.county_code = $1 and ${reportWaits}`,
  )
  const children = await count(
    `select count(distinct h.child_id) as n, min(coalesce(h.last_visit_on, h.from_on))::text as since
     from enrolment_care_children h where h.county_code = $1 and ${childWaits}`,
  )
  const days = [cases, reports, children].flatMap(({ since }) => since ?? []).toSorted()
  return { cases: cases.n, reports: reports.n, children: children.n, since: days[0] }
}
