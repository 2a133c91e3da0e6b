import type { Figure, ItemView } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { otherDimensions, splitFigureId, unitOf } from '../../platform/run/run-index.ts'
import { UnverifiedTag } from '../../platform/theme/basis.tsx'
import { Figure as FigureButton } from '../../platform/trace/figure.tsx'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { standardTexts } from '../standard-line.ts'
import { useCoarseFigures } from '../use-coarse-figures.ts'
import { briefMessages } from './messages.ts'

/** More lines than this and the sheet would not be one. */
const MOST = 9
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
        <table className="plain brief-table">
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
        <Link to="/evaluation/indicators/$node" params={{ node: item.indicator }}>
          {node?.title ?? item.indicator}
        </Link>
        <UnverifiedTag verified={node?.verified} />
      </td>
      <td>
        {failing.length === 0
          ? says.schools(unmet, met + unmet + undecided)
          : failing.map((figure) => {
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
            })}
      </td>
      <td>
        {failing.length === 0
          ? standardTexts(index, node).join('；') || (node?.wording ?? '')
          : [...new Set(failing.flatMap((figure) => standardTexts(index, node, [figure])))].join('；')}
      </td>
      <td>
        <Gap item={item} />
      </td>
      <td>{item.responsible.join('、')}</td>
    </tr>
  )
}

/** What it takes in natural units; without a sourced price nothing is turned into money. */
function Gap({ item }: { item: ItemView }): ReactNode {
  const { dispersions } = useCurrentRun().index.assessment
  const level = dispersions.find(
    ({ figure, state, level_up: up }) =>
      splitFigureId(figure).node === item.indicator && state === 'unmet' && up !== undefined,
  )?.level_up
  const text = item.gap?.text ?? level?.text
  if (text === undefined) return platformMessages.none
  return (
    <>
      {text} <span className="muted nowrap">{says.unpriced}</span>
    </>
  )
}
