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

export async function findWaiting(db: Queries, county: string): Promise<Waiting> {
  const [cases] = await db.run<{ n: number; since: string | null }>(
    `select count(distinct h.case_id) as n, min(h.opened_on)::text as since from enrolment_holdings h
     where h.county_code = $1 and ${caseWaits}`,
    [county],
  )
  const [reports] = await db.run<{ n: number; since: string | null }>(
    `select count(*) as n, min(p.ends_on)::text as since from enrolment_periodic p
     where p.county_code = $1 and ${reportWaits}`,
    [county],
  )
  const [children] = await db.run<{ n: number; since: string | null }>(
    `select count(distinct h.child_id) as n, min(coalesce(h.last_visit_on, h.from_on))::text as since
     from enrolment_care_children h where h.county_code = $1 and ${childWaits}`,
    [county],
  )
  const days = [cases?.since, reports?.since, children?.since].filter((day) => typeof day === 'string').toSorted()
  return { cases: cases?.n ?? 0, reports: reports?.n ?? 0, children: children?.n ?? 0, since: days[0] }
}
