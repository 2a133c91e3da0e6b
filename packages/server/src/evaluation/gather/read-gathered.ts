import type { RegisterRow } from '@eduduty/core/collection'
import {
  Assessment,
  COUNTY,
  Figure,
  type GatheredMember,
  type GatheredRun,
  gatheredFile,
  gatheredSheet,
  gatherRows,
} from '@eduduty/core/evaluation'
import type { Gathering, Pack } from '@eduduty/core/packs'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Queries } from '../../platform/db/database.ts'
import { listMembers } from './list-members.ts'

/** Which run of which lower government made a row; without a run, it had not handed up. */
export interface GatheredSource {
  readonly rule: string
  readonly year: number
  readonly code: string
  readonly name: string
  readonly run: string | undefined
  readonly file: string
  readonly sheet: string
}

export interface Gathered {
  readonly rows: readonly RegisterRow[]
  readonly sources: readonly GatheredSource[]
}

export interface GatheredWanted {
  readonly pack: Pack
  /** Six digits of the city or province that gathers. */
  readonly area: string
  readonly year: number
  /** `official`: confirmed runs alone; `preview`: also those that wait to be confirmed. */
  readonly kind: 'official' | 'preview'
  /** What an earlier evaluation took, whatever counts by now. */
  readonly only?: readonly GatheredSource[] | undefined
}

type Chosen = Pick<GatheredSource, 'code' | 'name' | 'year' | 'run'>

/**
 * The rows that a pack takes from below: of each year up to the one evaluated, for each government that exists in it, the
 * run that it handed up last and that counts. Nothing where the pack takes nothing from below.
 */
export async function readGathered(db: Queries, wanted: GatheredWanted): Promise<Gathered> {
  const rows: RegisterRow[] = []
  const sources: GatheredSource[] = []
  for (const rule of wanted.pack.gathers ?? []) {
    const chosen = wanted.only?.filter((one) => one.rule === rule.id) ?? (await chooseRuns(db, rule, wanted))
    const runs = await readRuns(db, rule, chosen)
    const members = chosen.map((one): GatheredMember => {
      const run = runs.get(keyOf(one.code, one.run ?? ''))
      return { code: one.code, name: one.name, year: one.year, ...(run !== undefined && { run }) }
    })
    rows.push(...gatherRows(wanted.pack, rule, members))
    sources.push(...sourcesOf(rule, chosen))
  }
  return { rows, sources }
}

/** Which runs `readGathered` would take, without opening them. */
export async function listSources(db: Queries, wanted: GatheredWanted): Promise<readonly GatheredSource[]> {
  const sources: GatheredSource[] = []
  for (const rule of wanted.pack.gathers ?? []) sources.push(...sourcesOf(rule, await chooseRuns(db, rule, wanted)))
  return sources
}

function sourcesOf(rule: Gathering, chosen: readonly Chosen[]): readonly GatheredSource[] {
  return chosen.map(({ code, name, year, run }) => {
    const place = { file: gatheredFile(name), sheet: gatheredSheet(rule.title, year) }
    return { rule: rule.id, year, code, name, run, ...place }
  })
}

const keyOf = (county: string, run: string): string => `${county} ${run}`

async function chooseRuns(db: Queries, rule: Gathering, { area, year, kind }: GatheredWanted): Promise<Chosen[]> {
  const counted = await db.run<{ county_code: string; year: number; run_id: string }>(
    `select distinct on (county_code, year) county_code, year, run_id from (
       select distinct on (county_code, delivery_id) county_code, year, run_id, deed, done_at
       from evaluation_deliveries where pack_id = any($1::text[]) and year <= $2
       order by county_code, delivery_id, step desc) as last
     where deed = 'confirmed' or deed = 'sent' and $3
     order by county_code, year, done_at desc, run_id`,
    [rule.packs, year, kind === 'preview'],
  )
  const runs = new Map(counted.map((one) => [keyOf(one.county_code, String(one.year)), one.run_id]))
  const years = [...new Set([...counted.map((one) => one.year), year])].toSorted((a, b) => a - b)
  const chosen: Chosen[] = []
  for (const each of years)
    for (const { code, name } of await listMembers(db, { area, level: rule.level, day: `${each}-12-31` }))
      chosen.push({ code, name, year: each, run: runs.get(keyOf(code, String(each))) })
  return chosen
}

const { verdict, sections, nodes, ratings } = Assessment.properties
const Part = Type.Object({ verdict, sections, nodes, ratings })

/** Only what the columns are made of, of the runs that the caller reaches: the whole document of a county is large. */
export async function readRuns(
  db: Queries,
  rule: Gathering,
  chosen: readonly Chosen[],
): Promise<ReadonlyMap<string, GatheredRun>> {
  const wanted = chosen.flatMap(({ code, run }) => (run === undefined ? [] : [{ code, run }]))
  const keys = [wanted.map(({ code }) => code), wanted.map(({ run }) => run)]
  const among = '(county_code, run_id) in (select * from unnest($1::text[], $2::text[]))'
  const parts = await db.run<{ county_code: string; run_id: string; part: unknown }>(
    `select county_code, run_id, jsonb_strip_nulls(jsonb_build_object('verdict', assessment -> 'verdict',
       'sections', assessment -> 'sections', 'nodes', assessment -> 'nodes', 'ratings', assessment -> 'ratings')) as part
     from evaluation_runs where ${among}`,
    keys,
  )
  const figures = await db.run<{ county_code: string; run_id: string; node: string; figure: unknown }>(
    `select county_code, run_id, node, figure from evaluation_figures
     where ${among} and subject = $3 and node = any($4::text[])`,
    [...keys, COUNTY, rule.results.columns.flatMap(({ of }) => of ?? [])],
  )
  const found = new Map<string, GatheredRun>()
  for (const { county_code: county, run_id: run, part } of parts) {
    if (!Value.Check(Part, part)) throw new Error(`stored assessment of ${run} does not fit the contract`)
    const own = figures.filter((one) => one.county_code === county && one.run_id === run)
    found.set(keyOf(county, run), {
      run,
      assessment: part,
      figures: new Map(own.flatMap(({ node, figure }) => (Value.Check(Figure, figure) ? [[node, figure]] : []))),
    })
  }
  return found
}
