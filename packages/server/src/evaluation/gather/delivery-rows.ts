import { groupBy } from '@eduduty/core/collection'
import { COUNTY, Delivery, type DeliveryActor, RatingView, refuseDelivery } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Queries } from '../../platform/db/database.ts'

/** One step of a delivery with what is kept of its run. */
interface StepRow {
  readonly county_code: string
  readonly delivery_id: string
  readonly delivery_no: number
  readonly pack_id: string
  readonly year: number
  readonly run_id: string
  readonly deed: Delivery['deed']
  readonly reason: string
  readonly done_by: string
  readonly doer_name: string
  readonly done_at: string
  readonly county_name: string
  readonly status: Delivery['status']
  readonly verdict: string
  readonly title: string
  readonly version: string
  readonly ratings: unknown
}

export interface DeliveriesWanted {
  readonly counties: readonly string[]
  /** Runs of these packs alone. */
  readonly packs?: readonly string[]
  readonly year?: number
}

/** What counties have handed up, as far as the caller reaches, the newest first; `actor`: for whom it is said what may be done. */
export async function listDeliveries(
  db: Queries,
  { counties, packs, year }: DeliveriesWanted,
  actor: DeliveryActor,
): Promise<Delivery[]> {
  const rows = await db.run<StepRow>(
    `select d.county_code, delivery_id, delivery_no, d.pack_id, d.year, d.run_id, deed, reason, done_by, doer_name,
       done_at, county_name, status, verdict, title, version, assessment -> 'ratings' as ratings
     from evaluation_deliveries d
     join evaluation_runs r on r.county_code = d.county_code and r.run_id = d.run_id
     join packs_installed p on p.pack_id = r.pack_id and p.content_hash = r.pack_hash
     where d.county_code = any($1::text[]) and ($2::text[] is null or d.pack_id = any($2::text[]))
       and ($3::integer is null or d.year = $3)
     order by d.year desc, d.county_code, d.pack_id, delivery_no desc, step`,
    [counties, packs ?? null, year ?? null],
  )
  const groups = groupBy(rows, (row) => `${row.county_code} ${row.delivery_id}`)
  return [...groups.values()].flatMap((steps) => presentDelivery(steps, actor))
}

const deeds = ['withdrawn', 'confirmed', 'returned'] as const

function presentDelivery(steps: readonly StepRow[], actor: DeliveryActor): Delivery[] {
  const [first] = steps
  const last = steps.at(-1)
  if (first === undefined || last === undefined) return []
  const facts = { deed: last.deed, path: areaPath(first.county_code), sender: first.done_by }
  return [
    {
      id: first.delivery_id,
      no: first.delivery_no,
      county: { code: first.county_code, name: first.county_name },
      pack: { id: first.pack_id, title: first.title, version: first.version },
      year: first.year,
      run: first.run_id,
      status: first.status,
      state: Value.Check(Delivery.properties.state, first.verdict) ? first.verdict : 'error',
      ...ratedIn(first.ratings),
      deed: last.deed,
      steps: steps.map(({ deed, doer_name, done_at, reason }) => ({ deed, by: doer_name, at: done_at, reason })),
      may: deeds.filter((deed) => refuseDelivery(facts, actor, deed) === undefined),
    },
  ]
}

const Ratings = Type.Array(RatingView)

/** Points and grade of the government itself, where its pack rates it. */
function ratedIn(ratings: unknown): Pick<Delivery, 'points' | 'grade'> {
  if (!Value.Check(Ratings, ratings)) return {}
  const rated = ratings.find(({ grain }) => grain === COUNTY)?.subjects[0]
  if (rated === undefined) return {}
  return { points: rated.points.shown, ...(rated.grade !== undefined && { grade: rated.grade }) }
}

/** The newest delivery of each county; of a county whose newest was withdrawn, that one. `all`: as listed. */
export function newestByCounty(all: readonly Delivery[]): ReadonlyMap<string, Delivery> {
  const found = new Map<string, Delivery>()
  for (const one of all) if (!found.has(one.county.code)) found.set(one.county.code, one)
  return found
}
