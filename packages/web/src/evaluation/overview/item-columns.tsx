import type { Figure, ItemView, NodeView } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { otherDimensions, type RunIndex, unitOf } from '../../platform/run/run-index.ts'
import type { Column } from '../../platform/table/column.ts'
import { UnverifiedTag } from '../../platform/theme/basis.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { Figure as FigureButton } from '../../platform/trace/figure.tsx'
import { Awaited } from '../../platform/trace/gap-text.tsx'
import { shownFor } from '../../platform/trace/shown-of.ts'
import { evaluationMessages } from '../messages.ts'
import { standardTexts } from '../standard-line.ts'
import type { ItemRow } from './item-row.ts'

const says = evaluationMessages.overview.columns

/** Columns of the verdict tree; `coarse` holds by node the figures of the county and its stages. */
export function itemColumns(index: RunIndex, coarse: ReadonlyMap<string, readonly Figure[]>): Column<ItemRow>[] {
  const nodeOf = (row: ItemRow) => index.nodes.get(row.item.indicator)
  const count = (key: 'met' | 'unmet' | 'undecided'): Column<ItemRow> => ({
    key,
    title: says[key],
    width: key === 'unmet' ? 62 : 48,
    align: 'right',
    cell: (row) => <Count item={row.item} of={key} county={nodeOf(row)?.grain === 'county'} />,
  })
  return [
    { key: 'no', title: says.no, width: 98, wrap: true, cell: (row) => nodeOf(row)?.no },
    {
      key: 'title',
      title: says.title,
      width: 192,
      wrap: true,
      cell: (row) => <ItemTitle row={row} node={nodeOf(row)} />,
    },
    {
      key: 'standard',
      title: says.standard,
      width: 186,
      wrap: true,
      cell: (row) => (
        <Standard node={nodeOf(row)} texts={standardTexts(index, nodeOf(row), coarse.get(row.item.indicator))} />
      ),
    },
    {
      key: 'value',
      title: says.value,
      width: 204,
      align: 'right',
      wrap: true,
      cell: (row) => <Values index={index} figures={coarse.get(row.item.indicator)} />,
    },
    { key: 'state', title: says.state, width: 86, cell: (row) => <Light state={row.item.state} /> },
    count('met'),
    count('unmet'),
    count('undecided'),
    { key: 'coverage', title: says.coverage, width: 80, align: 'right', cell: (row) => <Coverage item={row.item} /> },
    { key: 'gap', title: says.gap, width: 90, align: 'right', wrap: true, cell: (row) => <Gap item={row.item} /> },
    {
      key: 'responsible',
      title: says.responsible,
      width: 146,
      cell: (row) => (
        <span className="muted" title={row.item.responsible.join('、')}>
          <span className="screen-only">{says.responsibleShort(row.item.responsible)}</span>
          <span className="print-only">{row.item.responsible.join('、')}</span>
        </span>
      ),
    },
  ]
}

/** How far the county is from the standard, or who has to report before that can be said. */
function Gap({ item }: { item: ItemView }): ReactNode {
  if (item.gap !== undefined) return item.gap.text
  return item.state === 'undecided' ? <Awaited causes={item.deciding} /> : null
}

function ItemTitle(props: { row: ItemRow; node: NodeView | undefined }): ReactNode {
  const { node, row } = props
  return (
    <span title={node?.wording}>
      {node?.title ?? row.item.indicator}
      <UnverifiedTag verified={node?.verified} />
    </span>
  )
}

/** The number to reach; where the rule has none, its wording. */
function Standard(props: { node: NodeView | undefined; texts: readonly string[] }): ReactNode {
  const { node, texts } = props
  if (texts.length === 0) {
    if (node?.grain === 'county') return null
    return (
      <span className="muted clamp" title={node?.wording}>
        {node?.wording}
      </span>
    )
  }
  return (
    <span className="muted">
      {texts.map((text) => (
        <span key={text} className="standard-text">
          {text}
        </span>
      ))}
    </span>
  )
}

/** The county's figure, or one for each of its stages. */
function Values(props: { index: RunIndex; figures: readonly Figure[] | undefined }): ReactNode {
  return props.figures?.map((figure) => {
    const node = props.index.nodes.get(figure.node)
    const subject = props.index.subjects.get(figure.subject)
    const stage = subject === undefined ? '' : otherDimensions(subject).join('、')
    return (
      <span key={figure.id} className="value-line">
        {stage !== '' && <span className="muted">{stage}</span>}
        <FigureButton
          id={figure.id}
          shown={shownFor(node, figure)}
          title={`${stage}${node?.title}`}
          unit={unitOf(node)}
          state={figure.state}
          status={figure.status}
        />
      </span>
    )
  })
}

/** A county's own item has one subject: counting it would only repeat the light. */
function Count(props: { item: ItemView; of: 'met' | 'unmet' | 'undecided'; county: boolean }): ReactNode {
  const n = props.item.counts[props.of]
  if (props.county) return null
  if (n === 0) return <span className="zero">0</span>
  return <span className={props.of === 'unmet' ? 'number wrong' : 'number'}>{n}</span>
}

function Coverage({ item }: { item: ItemView }): ReactNode {
  const { coverage } = item
  if (coverage === undefined) return <span className="muted">{platformMessages.none}</span>
  return (
    <span className={coverage.reported < coverage.expected ? 'number short' : 'number'}>
      {coverage.reported}/{coverage.expected}
    </span>
  )
}
