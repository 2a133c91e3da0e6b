import {
  type Assessment,
  Assessment as AssessmentSchema,
  type CountiesAnswer,
  Figure,
  LEAST_BEHIND,
  type Rank,
  rankEntries,
} from '@eduduty/core/evaluation'
import { fromJson, type Rational, rational, roundText } from '@eduduty/core/formula'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getAssessment } from '../find-run.ts'

const { sections, effects, coverage } = AssessmentSchema.properties
/** What of an assessment the list needs. */
const Part = Type.Object({ sections, effects, coverage }, { additionalProperties: false })
type Part = Static<typeof Part>

interface NewestRun {
  readonly county_code: string
  readonly county_name: string
  readonly run_id: string
  readonly year: number
  readonly created_at: string
  readonly status: string
  readonly version: string
  readonly pack_hash: string
  readonly verdict: string
  readonly part: unknown
}

type Row = CountiesAnswer['rows'][number]

/**
 * The newest evaluation of every county within reach by one pack, in the order of one item, or of the share of items
 * met. Counties judged by another version or for another year are listed without a place. Errors:
 * `evaluation.run_not_found` when there is none at all.
 */
export async function listCounties(
  db: Queries,
  wanted: { readonly pack?: string; readonly node?: string },
): Promise<CountiesAnswer> {
  const packs = await listPacks(db)
  const pack = packs.find(({ id }) => id === wanted.pack) ?? packs[0]
  if (pack === undefined) throw new AppError('evaluation.run_not_found')
  const runs = await listNewest(db, pack.id)
  const [newest] = runs.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))
  if (newest === undefined) throw new AppError('evaluation.run_not_found')
  const assessment = await getAssessment(db, { county: newest.county_code, run: newest.run_id })
  const nodes = nodesOf(assessment)
  const node = nodes.find(({ id }) => id === wanted.node)?.id
  const figures = node === undefined ? new Map() : await figuresOf(db, runs, node, assessment)
  const rows = runs.map((run) => rowOf(run, node, figures.get(run.county_code) ?? []))
  const ranks = rank(rows, runs, newest)
  return { packs, pack: pack.id, least: LEAST_BEHIND, nodes, rows: inOrder(rows, ranks) }
}

function listPacks(db: Queries): Promise<CountiesAnswer['packs']> {
  return db.run<CountiesAnswer['packs'][number]>(
    `select pack_id as id, (array_agg(title order by created_at desc))[1] as title
     from evaluation_runs join packs_installed using (pack_id) where content_hash = pack_hash
     group by pack_id order by max(created_at) desc`,
  )
}

/** Of each county the newest year, and of that year an official run before a preview. */
function listNewest(db: Queries, pack: string): Promise<readonly NewestRun[]> {
  return db.run<NewestRun>(
    `select distinct on (county_code) county_code, county_name, run_id, year, created_at, status, version, pack_hash,
       verdict, jsonb_build_object('sections', assessment -> 'sections', 'effects', assessment -> 'effects',
         'coverage', assessment -> 'coverage') as part
     from evaluation_runs join packs_installed on packs_installed.pack_id = evaluation_runs.pack_id
       and content_hash = pack_hash
     where evaluation_runs.pack_id = $1
     order by county_code, year desc, status = 'official' desc, created_at desc, run_id`,
    [pack],
  )
}

function nodesOf({ sections: listed, nodes }: Assessment): CountiesAnswer['nodes'] {
  const views = new Map(nodes.map((node) => [node.id, node]))
  return listed
    .flatMap(({ items }) => items)
    .map(({ indicator: id }) => {
      const view = views.get(id)
      return { id, ...(view?.no !== undefined && { no: view.no }), title: view?.title ?? id }
    })
}

/** Figures of a node at the county and its stages, by county; of a node that schools are judged by, none. */
async function figuresOf(
  db: Queries,
  runs: readonly NewestRun[],
  node: string,
  { subjects, nodes }: Assessment,
): Promise<ReadonlyMap<string, readonly Figure[]>> {
  const grain = nodes.find(({ id }) => id === node)?.grain
  if (subjects.some((subject) => subject.grain === grain && subject.unit !== undefined)) return new Map()
  const rows = await db.run<{ county_code: string; figure: unknown }>(
    `select county_code, figure from evaluation_figures
     join unnest($1::text[], $2::text[]) as wanted (county_code, run_id) using (county_code, run_id)
     where node = $3 order by county_code, figure_no`,
    [runs.map(({ county_code }) => county_code), runs.map(({ run_id }) => run_id), node],
  )
  const found = new Map<string, Figure[]>()
  for (const { county_code: county, figure } of rows)
    if (Value.Check(Figure, figure)) found.set(county, [...(found.get(county) ?? []), figure])
  return found
}

type Bare = Omit<Row, 'rank' | 'tied' | 'unranked'> & {
  readonly value: Rational | undefined
  readonly higherIsBetter: boolean
}

function rowOf(run: NewestRun, node: string | undefined, figures: readonly Figure[]): Bare {
  if (!Value.Check(Part, run.part)) throw new Error(`stored assessment of ${run.run_id} does not fit the contract`)
  const part = run.part
  const items = part.sections.flatMap((section) => section.items)
  const count = (state: string) => items.filter((one) => one.state === state).length
  const item = items.find(({ indicator }) => indicator === node)
  const measured = measure(items, item, figures)
  const registers = part.coverage.registers
  return {
    county: { code: run.county_code, name: run.county_name },
    run: run.run_id,
    year: run.year,
    created_at: run.created_at,
    status: run.status === 'official' ? 'official' : 'preview',
    version: run.version,
    state: Value.Check(AssessmentSchema.properties.verdict.properties.state, run.verdict) ? run.verdict : 'error',
    items: { met: count('met'), unmet: count('unmet'), undecided: count('undecided') },
    coverage: {
      expected: registers.reduce((sum, one) => sum + one.expected, 0),
      reported: registers.reduce((sum, one) => sum + one.reported, 0),
    },
    struck: part.effects.filter(({ state }) => state === 'struck').map(({ title }) => title),
    open: part.effects.filter(({ state }) => state === 'undecided').length,
    ...(item !== undefined && { item }),
    figures: [...figures],
    ...measured,
  }
}

type Item = Part['sections'][number]['items'][number]

/** What a county is placed by: its own figure where there is a single one with a good end, else a share of what is met. */
function measure(
  items: readonly Item[],
  item: Item | undefined,
  figures: readonly Figure[],
): Pick<Bare, 'value' | 'shown' | 'n' | 'higherIsBetter'> {
  const [only, second] = figures
  const text = only?.standard?.text
  if (only !== undefined && second === undefined && text !== undefined && /^[≥>≤<]/.test(text))
    return {
      value: only.value === undefined ? undefined : fromJson(only.value),
      shown: only.shown,
      n: item?.coverage?.reported ?? only.coverage?.reported ?? 0,
      higherIsBetter: /^[≥>]/.test(text),
    }
  const met = item === undefined ? items.filter(({ state }) => state === 'met').length : item.counts.met
  const unmet = item === undefined ? items.filter(({ state }) => state === 'unmet').length : item.counts.unmet
  const n = met + unmet
  const share = n === 0 ? undefined : rational.div(rational.fromInteger(met), rational.fromInteger(n))
  const shown = share === undefined ? '' : `${roundText(rational.mul(share, rational.HUNDRED), 1, 'half_up')}%`
  return { value: share, shown, n, higherIsBetter: true }
}

/** Places among those judged by the same rules for the same year as the newest. A figure that rests on no count is not small. */
function rank(rows: readonly Bare[], runs: readonly NewestRun[], newest: NewestRun): readonly Rank[] {
  const alike = new Set(
    runs
      .filter(({ year, pack_hash }) => year === newest.year && pack_hash === newest.pack_hash)
      .map(({ county_code }) => county_code),
  )
  return rankEntries(
    rows
      .filter(({ county }) => alike.has(county.code))
      .map(({ county, value, n }) => ({ key: county.code, value, n: n === 0 ? LEAST_BEHIND : n })),
    { higherIsBetter: rows.every(({ higherIsBetter }) => higherIsBetter) },
  )
}

function inOrder(rows: readonly Bare[], ranks: readonly Rank[]): Row[] {
  const places = new Map(ranks.map((place, at) => [place.key, { place, at }]))
  return rows
    .toSorted((a, b) => (places.get(a.county.code)?.at ?? rows.length) - (places.get(b.county.code)?.at ?? rows.length))
    .map(({ value: _value, higherIsBetter: _direction, ...row }): Row => {
      const place = places.get(row.county.code)?.place
      if (place === undefined) return { ...row, tied: false, unranked: 'different' }
      if (row.figures.length > 1) return { ...row, tied: false, unranked: 'several' }
      const { rank: at, tied, unranked } = place
      return { ...row, tied, ...(at !== undefined && { rank: at }), ...(unranked !== undefined && { unranked }) }
    })
}
