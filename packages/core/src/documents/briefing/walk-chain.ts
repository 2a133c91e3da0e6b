import type { Trace } from '../../evaluation/index.ts'

/** Of what a figure adds up, so many are followed: the cells of one show where those of all come from. */
const FOLLOWED = 2
/** Steps from a verdict to its cells, at most. */
export const CHAIN_STEPS = 5

/** Figures that a chain goes on to: those put into the formula, and some of those that it adds up. */
export const nextInChain = ({ inputs, aggregates }: Trace): readonly string[] => [
  ...inputs.map(({ figure }) => figure),
  ...aggregates.flatMap(({ rows, figures }) => (rows.length > 0 ? [] : figures.slice(0, FOLLOWED))),
]

/** The chains behind a figure, nearest first, down to those that were read from cells. */
export function chainBehind(trace: Trace, traces: ReadonlyMap<string, Trace>): readonly Trace[] {
  const found = new Map<string, Trace>()
  let step: readonly Trace[] = [trace]
  for (let at = 0; at < CHAIN_STEPS && step.length > 0; at += 1) {
    const next = new Set(step.flatMap(nextInChain))
    step = [...next].flatMap((figure) => (found.has(figure) ? [] : (traces.get(figure) ?? [])))
    for (const one of step) found.set(one.figure, one)
  }
  return [...found.values()]
}
