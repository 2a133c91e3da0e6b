import { dayOf } from '@eduduty/core/calendar'
import type { CareIntervalBody } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { assertReachesCounty } from '../../county-reach.ts'
import { getCarePack } from '../care-pack.ts'
import { copyColumns, type StoredChild, setState } from '../store/child-row.ts'
import { startVisitTime, visitorOf } from '../store/visit-clock.ts'
import { readIntervals, visitRule } from './read-intervals.ts'

/**
 * Sets how often a county has children of a kind visited. For those who wait for it the time begins today; where one runs
 * already, the new interval holds from the next visit on. Gives for how many it began. Errors: `enrolment.whole_county`,
 * `enrolment.care_kind_unknown`.
 */
export async function setCareInterval(ctx: Ctx, county: string, body: CareIntervalBody): Promise<number> {
  assertReachesCounty(ctx, county)
  const pack = await getCarePack(ctx, county)
  const kind = pack.care.find(({ id }) => id === body.kind)
  if (kind === undefined) throw new AppError('enrolment.care_kind_unknown')
  const version = ((await readIntervals(ctx.db, county)).get(kind.id)?.version ?? 0) + 1
  const basis = body.basis.trim()
  const written = { person_id: ctx.actor.id, person_name: ctx.actor.name, set_at: ctx.now }
  await ctx.db.kysely
    .insertInto('enrolment_care_intervals')
    .values({ county_code: county, kind: kind.id, version, days: body.days, basis, ...written })
    .execute()
  const rule = visitRule(pack, await readIntervals(ctx.db, county), kind.id)
  const waiting = await findWaiting(ctx, county, kind.id)
  for (const copies of waiting) {
    const visitor = visitorOf(copies)
    const [own] = copies
    if (rule === undefined || visitor === undefined || own === undefined) continue
    const key = { county, child: own.child_id }
    const next = { rule, path: visitor.org_path, startedOn: dayOf(ctx.now), reason: '本县确定了走访间隔' }
    await setState(ctx, key, await startVisitTime(ctx, key, own, next))
  }
  ctx.audit({
    action: 'enrolment.set_care_interval',
    subject: kind.title,
    detail: { kind: kind.id, days: body.days, basis, children: waiting.length },
  })
  return waiting.length
}

/** Children with a plan of the kind for whom no time runs, each by the copies that units hold now. */
async function findWaiting(ctx: Ctx, county: string, kind: string): Promise<readonly (readonly StoredChild[])[]> {
  const rows = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<StoredChild>(
      `select ${copyColumns} from enrolment_care_children h
       where h.county_code = $1 and h.care = $2 and h.until_on is null and h.closed_on is null and h.clock_id is null
       order by h.child_id, h.is_lead desc, h.holding_no for update`,
      [county, kind],
    ),
  )
  const children = new Map<string, StoredChild[]>()
  for (const row of rows) children.set(row.child_id, [...(children.get(row.child_id) ?? []), row])
  return [...children.values()]
}
