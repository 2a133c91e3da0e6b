import type { Figure, ItemView } from '@eduduty/core/evaluation'
import { isLessAsked } from '@eduduty/core/evaluation/price'
import { Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { otherDimensions, splitFigureId, unitOf } from '../../platform/run/run-index.ts'
import { UnverifiedTag } from '../../platform/theme/basis.tsx'
import { Figure as FigureButton } from '../../platform/trace/figure.tsx'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { BriefCost } from '../prices/cost-text.tsx'
import { useCosts } from '../prices/use-costs.ts'
import { standardTexts } from '../standard-line.ts'
import { useCoarseGrains } from '../use-coarse-figures.ts'
import { briefMessages as says } from './messages.ts'

interface RedItem {
  readonly item: ItemView
  /** Its figures that are not met, of every grain. */
  readonly unmet: readonly Figure[]
}

interface RedColumn {
  readonly key: string
  readonly title: string
  readonly Cell: ComponentType<RedItem>
}

/** What the sheet tells of an item that is not met, in this order. */
export const redColumns: readonly RedColumn[] = [
  { key: 'title', title: says.columns.title, Cell: Title },
  { key: 'now', title: says.columns.now, Cell: Now },
  { key: 'standard', title: says.columns.standard, Cell: Standard },
  { key: 'gap', title: says.columns.gap, Cell: Gap },
  { key: 'responsible', title: says.columns.responsible, Cell: ({ item }) => item.responsible.join('、') },
]

function Title({ item }: RedItem): ReactNode {
  const node = useCurrentRun().index.nodes.get(item.indicator)
  return (
    <>
      <Link to="/evaluation/indicators/$node" params={{ node: item.indicator }}>
        {node?.title ?? item.indicator}
      </Link>
      <UnverifiedTag verified={node?.verified} />
    </>
  )
}

/** The figures of the county and its stages; where only units fail, how many and which. */
function Now({ item, unmet }: RedItem): ReactNode {
  const { index } = useCurrentRun()
  const node = index.nodes.get(item.indicator)
  const coarse = useCoarse(unmet)
  if (coarse.length === 0) {
    const failing = unmet.map(({ subject }) => index.subjects.get(subject))
    return failingUnits(
      item,
      failing.flatMap((subject) => (subject?.included === true ? [subject.name] : [])),
    )
  }
  return coarse.map((figure) => {
    const subject = index.subjects.get(figure.subject)
    const stage = subject === undefined ? '' : otherDimensions(subject).join('、')
    return (
      <span key={figure.id} className="brief-value">
        {stage}
        <FigureButton
          id={figure.id}
          shown={shownOf(figure)}
          title={`${stage}${node?.title ?? ''}`}
          unit={unitOf(node)}
        />
      </span>
    )
  })
}

function Standard({ item, unmet }: RedItem): ReactNode {
  const { index } = useCurrentRun()
  const node = index.nodes.get(item.indicator)
  const coarse = useCoarse(unmet)
  if (coarse.length === 0) return standardTexts(index, node).join('；') || (node?.wording ?? '')
  return [...new Set(coarse.flatMap((figure) => standardTexts(index, node, [figure])))].join('；')
}

function useCoarse(figures: readonly Figure[]): readonly Figure[] {
  const { index } = useCurrentRun()
  const grains = useCoarseGrains()
  return figures.filter(({ subject }) => grains.includes(index.subjects.get(subject)?.grain ?? ''))
}

/** How many fail, and the first of them by name. */
function failingUnits({ counts }: ItemView, names: readonly string[]): string {
  const { met, unmet, undecided } = counts
  return says.schools(unmet, met + unmet + undecided, names.slice(0, 2), names.length > 2)
}

/** What it takes in natural units, and in money by the county's own price; without one nothing is turned into money. */
function Gap({ item }: RedItem): ReactNode {
  const { dispersions } = useCurrentRun().index.assessment
  const costs = useCosts()
  const up = dispersions.find(
    ({ figure, state, level_up: lift }) =>
      splitFigureId(figure).node === item.indicator && state === 'unmet' && lift !== undefined,
  )?.level_up
  const text = item.gap?.text ?? (up && says.levelUp({ ...up, unit: up.unit ?? '' }))
  if (text === undefined) return platformMessages.none
  const cost =
    item.gap === undefined ? up && costs.ofIndicator(item.indicator, up.total, up.unit ?? '') : costs.ofGap(item.gap)
  return (
    <>
      {text} {costs.isKnown && !isLessAsked(item.gap) && <BriefCost cost={cost} />}
    </>
  )
}
