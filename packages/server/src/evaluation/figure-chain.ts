import type { FigureChain } from '@eduduty/core/evaluation'
import type { Queries } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'
import type { RunKey } from './find-run.ts'

/** Steps from a figure that are followed: official indicators are made of far fewer. */
const MOST_STEPS = 16
/** Figures that are looked at in one direction. */
const MOST_FIGURES = 600
/** Of one indicator: those of several stages may be made of different things, those of a hundred schools are not. */
const MOST_OF_NODE = 8

type Direction = 'below' | 'above'

/** The names of what a figure is made of, and of what it goes into, in its stored trace. */
const named: Readonly<Record<Direction, string>> = {
  below: `jsonb_path_query_array(content, '$.trace.inputs[*].figure')
    || jsonb_path_query_array(content, '$.trace.aggregates[*].figures[*]')`,
  above: `jsonb_path_query_array(content, '$.trace.used_by[*]')`,
}

/**
 * What a figure stands on and what stands on it, to the end of the chain, nearest first, as far as the caller reaches the
 * figures on the way: of each indicator below one figure, above at most eight. Errors: `evaluation.figure_not_found`.
 */
export async function getFigureChain(db: Queries, key: RunKey, figure: string): Promise<FigureChain> {
  const [known] = await db.run(
    'select 1 from evaluation_figures where county_code = $1 and run_id = $2 and figure_id = $3',
    [key.county, key.run, figure],
  )
  if (known === undefined) throw new AppError('evaluation.figure_not_found', { figure })
  const below = await walk(db, key, figure, 'below')
  const above = await walk(db, key, figure, 'above')
  return { below: oneOfEachNode(below, nodeOf(figure)), above }
}

async function walk(db: Queries, key: RunKey, figure: string, direction: Direction): Promise<string[]> {
  const found = new Set([figure])
  const ofNode = new Map<string, number>()
  let step = [figure]
  for (let steps = 0; step.length > 0 && steps < MOST_STEPS && found.size < MOST_FIGURES; steps += 1) {
    const rows = await db.run<{ figures: readonly string[] }>(
      `select ${named[direction]} as figures from evaluation_figures
       where county_code = $1 and run_id = $2 and figure_id = any($3::text[])
       order by array_position($3::text[], figure_id)`,
      [key.county, key.run, step],
    )
    step = []
    for (const one of rows.flatMap(({ figures }) => figures)) {
      const node = nodeOf(one)
      const before = ofNode.get(node) ?? 0
      if (found.has(one) || before >= MOST_OF_NODE || found.size > MOST_FIGURES) continue
      found.add(one)
      ofNode.set(node, before + 1)
      step.push(one)
    }
  }
  found.delete(figure)
  return [...found]
}

/** The first half of a figure's id `node@subject`. */
const nodeOf = (figure: string): string => figure.split('@', 1)[0] ?? figure

function oneOfEachNode(figures: readonly string[], own: string): string[] {
  const seen = new Set([own])
  return figures.filter((one) => {
    const isNew = !seen.has(nodeOf(one))
    seen.add(nodeOf(one))
    return isNew
  })
}
