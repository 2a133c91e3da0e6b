import { type DeliveriesAnswer, type DeliveryActor, State } from '@eduduty/core/evaluation'
import { areaPath, countyOf, isWithin } from '@eduduty/core/organizations'
import { Value } from 'typebox/value'
import { findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { listDeliveries } from './delivery-rows.ts'
import { listAreas } from './show-gathering.ts'

type Run = DeliveriesAnswer['runs'][number]

interface NewestRun {
  readonly run_id: string
  readonly pack_id: string
  readonly title: string
  readonly version: string
  readonly year: number
  readonly status: Run['status']
  readonly verdict: string
  readonly created_at: string
}

/** What a county can hand up now, and all that it has handed up; nothing for whoever sees no county as a whole. */
export async function listOwnDeliveries(
  ctx: Ctx,
  wanted: string | undefined,
  actor: DeliveryActor,
): Promise<DeliveriesAnswer> {
  const counties = await listWholeCounties(ctx)
  const county = (counties.find(({ code }) => code === wanted) ?? counties[0])?.code
  const oversees = (await listAreas(ctx)).length > 0
  if (county === undefined) return { counties, county: '', may_send: false, oversees, runs: [], deliveries: [] }
  const deliveries = await listDeliveries(ctx.db, { counties: [county] }, actor)
  const runs = await ctx.db.run<NewestRun>(
    `select distinct on (year, r.pack_id) run_id, r.pack_id, title, version, year, status, verdict, r.created_at
     from evaluation_runs r join packs_installed p on p.pack_id = r.pack_id and content_hash = pack_hash
     where county_code = $1
     order by year desc, r.pack_id, status = 'official' desc, r.created_at desc, run_id`,
    [county],
  )
  return {
    counties,
    county,
    may_send: actor.sends.some((scope) => isWithin(areaPath(county), scope)),
    oversees,
    runs: runs.map((run) => presentRun(run, deliveries)),
    deliveries,
  }
}

/** The governments whose whole area the caller reaches by a grant of that very area. */
async function listWholeCounties({ db, scopes }: Ctx): Promise<DeliveriesAnswer['counties']> {
  const found: DeliveriesAnswer['counties'] = []
  for (const scope of scopes) {
    const code = countyOf(scope)
    if (scope !== areaPath(code) || code.endsWith('0000')) continue
    const name = (await findUnitNames(db, code, [scope])).get(scope)
    found.push({ code, name: name?.replace(/人民政府$/, '') ?? code })
  }
  return found
}

/** The newest delivery of a pack and year decides: an open one has to be decided first, a confirmed run is up already. */
function presentRun(run: NewestRun, deliveries: DeliveriesAnswer['deliveries']): Run {
  const last = deliveries.find(({ pack, year }) => pack.id === run.pack_id && year === run.year)
  const isSame = last?.run === run.run_id && last.deed === 'confirmed'
  const refusal = last?.deed === 'sent' ? 'open' : isSame ? 'same' : undefined
  return {
    run: run.run_id,
    pack: { id: run.pack_id, title: run.title, version: run.version },
    year: run.year,
    status: run.status,
    state: Value.Check(State, run.verdict) ? run.verdict : 'error',
    created_at: run.created_at,
    ...(refusal !== undefined && { refusal }),
  }
}
