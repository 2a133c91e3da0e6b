import type { Figure, ItemView, NodeView } from '@eduduty/core/evaluation'
import { isLessAsked } from '@eduduty/core/evaluation/price'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { otherDimensions, unitOf } from '../../platform/run/run-index.ts'
import { BasisLine } from '../../platform/theme/basis.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { Figure as FigureButton } from '../../platform/trace/figure.tsx'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { evaluationMessages } from '../messages.ts'
import { CostText } from '../prices/cost-text.tsx'
import { useCosts } from '../prices/use-costs.ts'
import { standardTexts } from '../standard-line.ts'
import { pointsOf } from './indicator-rows.ts'
import { indicatorMessages } from './messages.ts'

const says = indicatorMessages.page
const words = evaluationMessages.item

interface FactsProps {
  readonly node: NodeView
  readonly item: ItemView | undefined
  readonly coarse: readonly Figure[]
  readonly ofUnits: readonly Figure[]
}

/** The answer first: light and value; then against what, by which document, and whose duty it is. */
export function IndicatorFacts({ node, item, coarse, ofUnits }: FactsProps): ReactNode {
  const { index } = useCurrentRun()
  const standards = [...new Set(standardTexts(index, node, coarse))]
  const points = pointsOf(index.assessment, node)
  const basis = coarse.find(({ standard }) => standard?.basis !== undefined)?.standard
  const facts: { label: string; value: ReactNode }[] = [
    ...(node.wording === undefined ? [] : [{ label: words.wording, value: node.wording }]),
    ...(standards.length === 0 ? [] : [{ label: words.standard, value: standards.join('；') }]),
    ...((basis?.basis ?? node.basis) === undefined
      ? []
      : [
          {
            label: words.basis,
            value: <BasisLine basis={basis?.basis ?? node.basis} verified={basis?.verified ?? node.verified} />,
          },
        ]),
    ...(item === undefined || item.responsible.length === 0
      ? []
      : [{ label: words.responsible, value: item.responsible.join('、') }]),
    ...(points === undefined ? [] : [{ label: says.points, value: says.pointsOf(points.points, points.full) }]),
    ...(item?.gap === undefined ? [] : [{ label: says.gapTotal, value: <GapTotal gap={item.gap} /> }]),
    ...(item?.grounds === undefined ? [] : [{ label: words.grounds, value: item.grounds }]),
  ]
  return (
    <section aria-label={says.county}>
      <Values node={node} item={item} coarse={coarse} ofUnits={ofUnits} />
      <dl className="facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function GapTotal({ gap }: { gap: NonNullable<ItemView['gap']> }): ReactNode {
  const costs = useCosts()
  return (
    <>
      <strong>{gap.text}</strong> {costs.isKnown && !isLessAsked(gap) && <CostText cost={costs.ofGap(gap)} />}
    </>
  )
}

function Values({ node, item, coarse, ofUnits }: FactsProps): ReactNode {
  const { index } = useCurrentRun()
  if (coarse.length === 0) {
    const count = (state: Figure['state']) => ofUnits.filter((figure) => figure.state === state).length
    const counts = { all: ofUnits.length, met: count('met'), unmet: count('unmet'), undecided: count('undecided') }
    return (
      <p className="indicator-value">
        {item !== undefined && <Light state={item.state} />}{' '}
        {node.kind === 'indicator' ? says.summary(counts) : says.summaryPlain(counts.all)}
      </p>
    )
  }
  return (
    <div className="indicator-values">
      {coarse.map((figure) => {
        const subject = index.subjects.get(figure.subject)
        const stage = subject === undefined ? '' : otherDimensions(subject).join('、')
        return (
          <p key={figure.id} className="indicator-value">
            {stage !== '' && <span className="muted before">{stage}</span>}
            <FigureButton
              id={figure.id}
              shown={shownOf(figure)}
              title={`${stage}${node.title}`}
              unit={unitOf(node)}
              status={figure.status}
            />{' '}
            {figure.state !== undefined && <Light state={figure.state} />}
            {figure.gap !== undefined && <span className="apart wrong">{figure.gap.text}</span>}
          </p>
        )
      })}
    </div>
  )
}
