import type { Comparability, ComparisonAnswer, Figure, State } from '@eduduty/core/evaluation'
import { otherDimensions, type RunIndex } from '../../platform/run/run-index.ts'
import type { ChangeFilter } from './compare-search.ts'
import { compareMessages } from './messages.ts'

/** One line: a figure of the county in two years, or how many schools meet an item in both. */
export interface ComparisonRow {
  readonly key: string
  readonly node: string
  readonly stage: string
  readonly before: Figure | string | undefined
  readonly after: Figure | string | undefined
  readonly change: string | undefined
  readonly stateBefore: State | undefined
  readonly stateAfter: State | undefined
  readonly comparability: Comparability
}

const whole: Comparability = { value: true, light: true, reasons: [] }

/** In the order of the framework: items that schools are judged by, and figures of the county and its stages. */
export function comparisonRows(index: RunIndex, answer: ComparisonAnswer): ComparisonRow[] {
  const figures = answer.figures.map((one): ComparisonRow => {
    const subject = index.subjects.get(one.subject)
    return {
      key: `${one.node}@${one.subject}`,
      node: one.node,
      stage: (subject === undefined ? [] : otherDimensions(subject)).join('、'),
      before: one.before,
      after: one.after,
      change: one.change,
      stateBefore: one.before?.state,
      stateAfter: one.after?.state,
      comparability: one.comparability,
    }
  })
  const ofFigures = new Set(figures.map(({ node }) => node))
  const items = answer.items
    .filter(({ indicator }) => !ofFigures.has(indicator))
    .map((one) => itemRow(one, answer.before.year))
  const order = new Map(index.assessment.nodes.map(({ id }, at) => [id, at]))
  const listed = index.assessment.sections.flatMap((section) => section.items.map(({ indicator }) => indicator))
  const place = new Map([...order].map(([id, at]) => [id, at + listed.length]))
  for (const [at, id] of listed.entries()) place.set(id, at)
  return [...items, ...figures].toSorted((a, b) => (place.get(a.node) ?? 0) - (place.get(b.node) ?? 0))
}

function itemRow({ indicator, before, after }: ComparisonAnswer['items'][number], year: number): ComparisonRow {
  const known = before !== undefined
  return {
    key: indicator,
    node: indicator,
    stage: compareMessages.whole,
    before: known ? countText(before) : undefined,
    after: countText(after),
    change: undefined,
    stateBefore: before?.state,
    stateAfter: after.state,
    comparability: known
      ? whole
      : { value: false, light: false, reasons: [{ code: 'missing', text: `${year} ${compareMessages.noItem}` }] },
  }
}

function countText({ counts: { met, unmet, undecided } }: ComparisonAnswer['items'][number]['after']): string {
  return compareMessages.itemCounts(met, met + unmet + undecided)
}

const goodness: Record<State, number | undefined> = {
  unmet: 0,
  undecided: 1,
  met: 2,
  not_applicable: undefined,
  error: undefined,
}

/** −1 worse, 1 better, 0 neither; only where the lights may be compared. */
export function turnOf({ stateBefore, stateAfter, comparability }: ComparisonRow): -1 | 0 | 1 {
  const [was, now] = [stateBefore, stateAfter].map((state) => (state === undefined ? undefined : goodness[state]))
  if (was === undefined || now === undefined || !comparability.light || was === now) return 0
  return now < was ? -1 : 1
}

export function passesChange(row: ComparisonRow, filter: ChangeFilter | undefined): boolean {
  switch (filter) {
    case undefined:
      return true
    case 'worse':
      return turnOf(row) < 0
    case 'better':
      return turnOf(row) > 0
    case 'changed':
      return row.comparability.reasons.length > 0
  }
}
