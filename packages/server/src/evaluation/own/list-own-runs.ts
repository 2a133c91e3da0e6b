import type { OwnRun } from '@eduduty/core/evaluation'
import { countiesOf, type OwnReader } from './own-reader.ts'

interface StoredRun {
  readonly run_id: string
  readonly pack_id: string
  readonly title: string
  readonly county_name: string
  readonly year: number
  readonly status: string
  readonly created_at: string
}

interface Tally {
  readonly run_id: string
  readonly met: number
  readonly unmet: number
  readonly undecided: number
}

/** Evaluations of the last years that are offered. */
const MOST = 40

/** The evaluations in which the units of the caller's posts have figures, the newest year first. */
export async function listOwnRuns(reader: OwnReader): Promise<OwnRun[]> {
  const ofCounties = await Promise.all(countiesOf(reader.units).map((county) => ofCounty(reader, county)))
  return ofCounties.flat()
}

async function ofCounty({ ctx, units, asSystem }: OwnReader, county: string): Promise<OwnRun[]> {
  const known = await ctx.db.run<{ run_id: string }>(
    'select distinct f.run_id from evaluation_figures f where f.county_code = $1 and f.org_path = any($2::text[])',
    [county, units],
  )
  // Of a year the newest in which the units have figures: one that leaves them out hides none.
  const runs = await asSystem(county, (db) =>
    db.run<StoredRun>(
      `select * from (
         select distinct on (r.pack_id, r.year) r.run_id, r.pack_id, p.title, r.county_name, r.year, r.status, r.created_at
         from evaluation_runs r join packs_installed p on p.pack_id = r.pack_id and p.content_hash = r.pack_hash
         where r.county_code = $1 and r.run_id = any($2::text[])
         order by r.pack_id, r.year, (r.status = 'official') desc, r.created_at desc, r.run_id) newest
       order by year desc, created_at desc limit ${MOST}`,
      [county, known.map(({ run_id: id }) => id)],
    ),
  )
  // Counted of those that are offered only: a county may have evaluated hundreds of times.
  const tallies = await ctx.db.run<Tally>(
    `select f.run_id,
       (count(*) filter (where f.figure ->> 'state' = 'met'))::int as met,
       (count(*) filter (where f.figure ->> 'state' in ('unmet', 'error')))::int as unmet,
       (count(*) filter (where f.figure ->> 'state' = 'undecided'))::int as undecided
     from evaluation_figures f
     where f.county_code = $1 and f.org_path = any($2::text[]) and f.run_id = any($3::text[]) group by f.run_id`,
    [county, units, runs.map(({ run_id: id }) => id)],
  )
  const byRun = new Map(tallies.map((tally) => [tally.run_id, tally]))
  return runs.flatMap((run) => {
    const tally = byRun.get(run.run_id)
    if (tally === undefined) return []
    const { met, unmet, undecided } = tally
    return [
      {
        run: run.run_id,
        pack: { id: run.pack_id, title: run.title },
        county: { code: county, name: run.county_name },
        year: run.year,
        status: run.status === 'official' ? ('official' as const) : ('preview' as const),
        created_at: run.created_at,
        met,
        unmet,
        undecided,
      },
    ]
  })
}
