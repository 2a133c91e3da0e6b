import type { Figure, NodeView, PointsView } from '@eduduty/core/evaluation'
import { type RunIndex, unitOf } from '../../platform/run/run-index.ts'
import type { Column } from '../../platform/table/column.ts'
import { UnverifiedTag } from '../../platform/theme/basis.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { evaluationMessages } from '../messages.ts'
import { standardTexts } from '../standard-line.ts'

/** One item of a rating at one subject. */
export interface RatedItemRow {
  readonly indicator: string
  readonly section: string
  readonly full: string
  readonly points: PointsView
  /** Absent until it has been fetched. */
  readonly figure: Figure | undefined
}

const says = evaluationMessages.ratings.itemColumns

/** Number, value, standard, light, level and points of each item. */
export function ratedItemColumns(index: RunIndex): Column<RatedItemRow>[] {
  const nodeOf = ({ indicator }: RatedItemRow) => index.nodes.get(indicator)
  return [
    ...askedColumns(index, nodeOf),
    {
      key: 'value',
      title: says.value,
      width: 150,
      align: 'right',
      cell: (row) =>
        row.figure && (
          <>
            <FigureOf figure={row.figure} title={nodeOf(row)?.title ?? row.indicator} />{' '}
            <span className="muted">{unitBeside(row.figure, nodeOf(row))}</span>
          </>
        ),
    },
    ...givenColumns,
  ]
}

/** A share carries its sign already. */
function unitBeside({ value, shown }: Figure, node: NodeView | undefined): string | undefined {
  const unit = unitOf(node)
  return value === undefined || unit === undefined || shown.endsWith(unit) ? undefined : unit
}

type NodeOf = (row: RatedItemRow) => NodeView | undefined

/** What is asked. */
function askedColumns(index: RunIndex, nodeOf: NodeOf): readonly Column<RatedItemRow>[] {
  return [
    { key: 'no', title: says.no, width: 64, cell: (row) => nodeOf(row)?.no },
    {
      key: 'title',
      title: says.title,
      width: 260,
      wrap: true,
      cell: (row) => (
        <span title={nodeOf(row)?.wording}>
          {nodeOf(row)?.title ?? row.indicator}
          <UnverifiedTag verified={nodeOf(row)?.verified} />
        </span>
      ),
    },
    {
      key: 'standard',
      title: says.standard,
      width: 190,
      wrap: true,
      cell: (row) => (
        <span className="muted" title={nodeOf(row)?.wording}>
          {standardTexts(index, nodeOf(row), row.figure === undefined ? [] : [row.figure]).join('；') ||
            nodeOf(row)?.wording}
        </span>
      ),
    },
  ]
}

/** What was given for it. */
const givenColumns: readonly Column<RatedItemRow>[] = [
  {
    key: 'state',
    title: says.state,
    width: 92,
    cell: ({ figure }) => figure?.state && <Light state={figure.state} />,
  },
  { key: 'level', title: says.level, width: 92, cell: ({ figure }) => figure?.level },
  {
    key: 'full',
    title: says.full,
    width: 64,
    align: 'right',
    cell: ({ full }) => <span className="number">{full}</span>,
  },
  {
    key: 'points',
    title: says.points,
    width: 110,
    align: 'right',
    cell: ({ points }) => <span className="number">{points.shown}</span>,
    cellClass: ({ points, full }) => (points.value !== undefined && points.value !== full ? 'cell-unmet' : undefined),
  },
]
