import type { Figure, ItemView } from '@eduduty/core/evaluation'
import { isLessAsked } from '@eduduty/core/evaluation/price'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import { otherDimensions, splitFigureId, unitOf } from '../../platform/run/run-index.ts'
import { UnverifiedTag } from '../../platform/theme/basis.tsx'
import { Figure as FigureButton } from '../../platform/trace/figure.tsx'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { BriefCost } from '../prices/cost-text.tsx'
import { useCosts } from '../prices/use-costs.ts'
import { standardTexts } from '../standard-line.ts'
import { useCoarseFigures } from '../use-coarse-figures.ts'
import { briefMessages } from './messages.ts'

/** More lines than this and the sheet would not be one. */
const MOST = 8
/** Up to here there is room for a third line in each. */
const FEW = 5
const says = briefMessages

/** Every item that is not met: how it stands, what is asked, what it takes, and whose duty it is. */
export function RedItems(): ReactNode {
  const { index } = useCurrentRun()
  const figures = useCoarseFigures()
  const red = index.assessment.sections.flatMap(({ items }) => items).filter(({ state }) => state === 'unmet')
  return (
    <section>
      <h3>{says.red}</h3>
      {red.length === 0 ? (
        <p>{says.redNone}</p>
      ) : (
        <table className={red.length <= FEW ? 'plain brief-table brief-roomy' : 'plain brief-table'}>
          <thead>
            <tr>
              {Object.entries(says.columns).map(([key, title]) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {red.slice(0, MOST).map((item) => (
              <RedItem key={item.indicator} item={item} figures={figures.get(item.indicator) ?? []} />
            ))}
          </tbody>
        </table>
      )}
      {red.length > MOST && <p className="muted">{says.more(red.length - MOST)}</p>}
    </section>
  )
}

function RedItem({ item, figures }: { item: ItemView; figures: readonly Figure[] }): ReactNode {
  const { index } = useCurrentRun()
  const node = index.nodes.get(item.indicator)
  const failing = figures.filter(({ state }) => state === 'unmet')
  const { met, unmet, undecided } = item.counts
  return (
    <tr>
      <td>
        <div className="brief-cell">
          <Link to="/evaluation/indicators/$node" params={{ node: item.indicator }}>
            {node?.title ?? item.indicator}
          </Link>
          <UnverifiedTag verified={node?.verified} />
        </div>
      </td>
      <td>
        <div className="brief-cell">
          {failing.length === 0 ? (
            <FailingUnits item={item} all={met + unmet + undecided} />
          ) : (
            failing.map((figure) => {
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
          )}
        </div>
      </td>
      <td>
        <div className="brief-cell">
          {failing.length === 0
            ? standardTexts(index, node).join('；') || (node?.wording ?? '')
            : [...new Set(failing.flatMap((figure) => standardTexts(index, node, [figure])))].join('；')}
        </div>
      </td>
      <td>
        <div className="brief-cell">
          <Gap item={item} />
        </div>
      </td>
      <td>
        <div className="brief-cell">{item.responsible.join('、')}</div>
      </td>
    </tr>
  )
}

/** How many fail, and the first of them by name. */
function FailingUnits({ item, all }: { item: ItemView; all: number }): ReactNode {
  const { id, index } = useCurrentRun()
  const answer = useQuery(figuresQuery(id, { node: [item.indicator] }))
  const names = (answer.data ?? [])
    .filter(({ state }) => state === 'unmet')
    .flatMap(({ subject }) => {
      const found = index.subjects.get(subject)
      return found?.included === true ? [found.name] : []
    })
  return says.schools(item.counts.unmet, all, names.slice(0, 2), names.length > 2)
}

/** What it takes in natural units, and in money by the county's own price; without one nothing is turned into money. */
function Gap({ item }: { item: ItemView }): ReactNode {
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
