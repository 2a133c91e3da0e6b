import { type AggregateNode, compileNode, type Row, type Status } from '../formula/index.ts'
import type { EvaluatedYear } from './evaluated-year.ts'
import { parseFigureId } from './figure-id.ts'
import type { PlaceEnvironment } from './place.ts'
import type { LookupNode } from './trace-leaves.ts'

/** Failing 0, not surely known 1, the rest 2. */
type Rank = number

const BEST: Rank = 2

const OPEN: ReadonlySet<Status> = new Set<Status>(['doubtful', 'missing', 'error'])

/** Rows that fail or are in doubt before the others, so that a long list is not cut short of them; else as they stand. */
export function worstRowsFirst(
  environment: PlaceEnvironment,
  node: AggregateNode | LookupNode,
  rows: readonly Row[],
): readonly Row[] {
  if (rows.length < 2) return rows
  const parts = node.kind === 'aggregate' ? [node.value, node.weight, node.filter] : [node.cell, node.filter]
  const [first, ...others] = parts.map((part) => (part === undefined ? undefined : compileNode(part)))
  // One row that holds decides 任一; of 全部 and 占比 those count that do not hold.
  const failing = node.kind === 'aggregate' && node.fn === 'any'
  return sortByRank(rows, (row) => {
    const value = first?.(environment, row)
    if (value?.content === failing) return 0
    return [value, ...others.map((run) => run?.(environment, row))].some((one) => one && OPEN.has(one.status))
      ? 1
      : BEST
  })
}

/** The same for figures. Those of one subject stay together, unless all are of one. */
export function worstFiguresFirst(evaluation: EvaluatedYear, figures: readonly string[]): readonly string[] {
  if (figures.length < 2) return figures
  const subjectOf = (figure: string): string => parseFigureId(figure)?.subject ?? ''
  const keyOf = new Set(figures.map(subjectOf)).size > 1 ? subjectOf : (figure: string) => figure
  const ranks = new Map<string, Rank>()
  const rankAt = (figure: string): Rank => ranks.get(keyOf(figure)) ?? BEST
  for (const figure of figures) ranks.set(keyOf(figure), Math.min(rankAt(figure), rankOf(evaluation, figure)))
  return sortByRank(figures, rankAt)
}

function rankOf(evaluation: EvaluatedYear, figure: string): Rank {
  const { node: id = '', subject = '' } = parseFigureId(figure) ?? {}
  const node = evaluation.plan.node(id)
  const index = node === undefined ? undefined : evaluation.subjects(node.grain).indexOf(subject)
  if (node === undefined || index === undefined) return BEST
  const state = evaluation.judgement(node, index)?.state
  if (state === 'unmet' || state === 'error') return 0
  return state === 'undecided' || OPEN.has(evaluation.value(node, index).status) ? 1 : BEST
}

const sortByRank = <One>(list: readonly One[], rankOf: (one: One) => Rank): readonly One[] => {
  const ranked = list.map((one) => ({ one, rank: rankOf(one) }))
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one)
}
