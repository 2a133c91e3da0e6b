import type {
  Assessment,
  Dispersion,
  Figure,
  ItemView,
  NodeView,
  State,
  Subject,
  Trace,
} from '../../evaluation/index.ts'
import { chainBehind } from './walk-chain.ts'

/** An item of the verdict with everything that is said of it. */
export interface ItemFacts {
  readonly item: ItemView
  readonly node: NodeView
  /** At the included subjects. */
  readonly figures: readonly Figure[]
  readonly subjects: ReadonlyMap<string, Subject>
  /** The only figure, where the indicator is judged once. */
  readonly single: Figure | undefined
  /** Of the only figure, or of the one that fails most. */
  readonly trace: Trace | undefined
  /** Of the figures that this one is computed from, down to the cells. */
  readonly inputs: readonly Trace[]
  /** The 差异系数 that the told figure is, taken apart. */
  readonly dispersion: Dispersion | undefined
}

export const STATE_WORDS: Readonly<Record<State, string>> = {
  met: '达标',
  unmet: '未达标',
  undecided: '待定',
  not_applicable: '不适用',
  error: '错误',
}

/** Figures whose chain a book tells: of each item the only one, else the first that fails, else the first. */
export function tracedFigures(assessment: Assessment): readonly string[] {
  return assessment.sections.flatMap(({ items }) =>
    items.flatMap((item) => {
      const { figures } = figuresOf(assessment, item.indicator)
      const told = figures.find(({ state }) => state === 'unmet') ?? figures[0]
      return told === undefined ? [] : told.id
    }),
  )
}

export function itemFacts(
  assessment: Assessment,
  item: ItemView,
  traces: ReadonlyMap<string, Trace>,
): ItemFacts | undefined {
  const node = assessment.nodes.find(({ id }) => id === item.indicator)
  if (node === undefined) return undefined
  const { figures, subjects } = figuresOf(assessment, node.id)
  const told = figures.find(({ state }) => state === 'unmet') ?? figures[0]
  const trace = told === undefined ? undefined : traces.get(told.id)
  return {
    item,
    node,
    figures,
    subjects,
    single: figures.length === 1 ? figures[0] : undefined,
    trace,
    inputs: trace === undefined ? [] : chainBehind(trace, traces),
    dispersion: assessment.dispersions.find(({ figure }) => figure === told?.id),
  }
}

function figuresOf({ nodes, subjects, figures }: Assessment, indicator: string) {
  const grain = nodes.find(({ id }) => id === indicator)?.grain
  const included = new Map(subjects.filter((one) => one.grain === grain && one.included).map((one) => [one.id, one]))
  return {
    subjects: included,
    figures: figures.filter(({ node, subject }) => node === indicator && included.has(subject)),
  }
}

/** A figure with its unit; empty where it is a truth or has no value. */
export function valueText({ value, shown }: Figure, { percent, unit = '' }: NodeView): string {
  if (value === undefined) return shown
  if (value === 'true' || value === 'false') return ''
  const sign = percent === true ? '%' : unit
  return shown.endsWith(sign) ? shown : `${shown}${sign}`
}
