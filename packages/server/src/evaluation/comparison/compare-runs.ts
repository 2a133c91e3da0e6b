import {
  type Assessment,
  type ComparedFigure,
  type ComparisonAnswer,
  compareSides,
  type ItemView,
  valueChange,
} from '@eduduty/core/evaluation'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { RunKey } from '../find-run.ts'
import { historyYears, type KeptYear, nodesOf, readKept, sideOf } from './kept-years.ts'

/** With what a run is compared: another run, or a year that the run read itself. */
export type ComparedWith = { readonly run: string } | { readonly year: number }

/**
 * What two evaluations say of the county and its stages, indicator by indicator, and what makes an indicator not
 * comparable. Errors: `evaluation.run_not_found`, `evaluation.year_not_found`.
 */
export async function compareRuns(db: Queries, key: RunKey, other: ComparedWith): Promise<ComparisonAnswer> {
  const after = await readCoarse(db, key)
  const before = await readOther(db, key, other, after)
  const items = itemsOf(before)
  return {
    before: {
      year: before.year,
      ...(before.run !== undefined && { run: before.run }),
      state: stateOf(before),
      pack: `${before.assessment.run.pack.title} ${before.assessment.run.pack.version}`,
    },
    figures: comparedFigures(before, after),
    items: [...itemsOf(after).values()].map((item) => {
      const was = before.run === undefined ? undefined : items.get(item.indicator)
      return { indicator: item.indicator, ...(was !== undefined && { before: was }), after: item }
    }),
  }
}

async function readOther(db: Queries, key: RunKey, other: ComparedWith, here: KeptYear): Promise<KeptYear> {
  if ('run' in other) return readCoarse(db, { ...key, run: other.run })
  const found = historyYears(here.assessment).find(({ year }) => year === other.year)
  if (found === undefined) throw new AppError('evaluation.year_not_found', { year: other.year })
  return found
}

/** A run with the figures of its indicators at the county and its stages. */
async function readCoarse(db: Queries, key: RunKey): Promise<KeptYear> {
  const bare = await readKept(db, key, { nodes: [] })
  return readKept(db, key, { nodes: coarseIndicators(bare.assessment) })
}

function coarseIndicators({ subjects, nodes }: Assessment): string[] {
  const ofUnits = new Set(subjects.filter(({ unit }) => unit !== undefined).map(({ grain }) => grain))
  return nodes.filter(({ kind, grain }) => kind === 'indicator' && !ofUnits.has(grain)).map(({ id }) => id)
}

function comparedFigures(before: KeptYear, after: KeptYear): ComparedFigure[] {
  const [was, now] = [nodesOf(before.assessment), nodesOf(after.assessment)]
  const wanted = new Set([before, after].flatMap(({ assessment }) => coarseIndicators(assessment)))
  const ids = new Map(
    [...after.figures.values(), ...before.figures.values()]
      .filter(({ node }) => wanted.has(node))
      .map(({ id, node, subject }) => [id, { node, subject }]),
  )
  return [...ids].map(([id, { node, subject }]) => {
    const [then, today] = [before.figures.get(id), after.figures.get(id)]
    const comparability = compareSides(node, sideOf(before, id, was), sideOf(after, id, now))
    const view = now.get(node)
    const change = view === undefined || !comparability.value ? undefined : valueChange(view, then, today)
    return {
      node,
      subject,
      ...(then !== undefined && { before: then }),
      ...(today !== undefined && { after: today }),
      ...(change !== undefined && { change }),
      comparability,
    }
  })
}

const itemsOf = ({ assessment }: KeptYear): ReadonlyMap<string, ItemView> =>
  new Map(assessment.sections.flatMap(({ items }) => items.map((item) => [item.indicator, item] as const)))

function stateOf({ run, year, assessment }: KeptYear): ComparisonAnswer['before']['state'] {
  if (run !== undefined) return assessment.verdict.state
  return assessment.history.find((past) => past.year === year)?.state ?? 'not_applicable'
}
