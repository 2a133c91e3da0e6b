import type { NodeView, RankingAnswer } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { unitOf } from '../../platform/run/run-index.ts'
import type { Column } from '../../platform/table/column.ts'
import { Light } from '../../platform/theme/light.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { compareMessages } from './messages.ts'

type Row = RankingAnswer['rows'][number]
const says = compareMessages.rank

/** A place, or why there is none. */
export function RankCell(props: { row: Pick<Row, 'rank' | 'tied' | 'unranked'>; least: number }): ReactNode {
  const { rank, tied, unranked } = props.row
  if (rank !== undefined)
    return (
      <span className="number">
        {rank}
        {tied && <span className="muted apart">{says.tied}</span>}
      </span>
    )
  if (unranked === undefined) return null
  const words = compareMessages.unranked
  return <span className="muted">{unranked === 'few' ? words.few(props.least) : words[unranked]}</span>
}

const rankColumn = (least: number): Column<Row> => ({
  key: 'rank',
  title: says.rank,
  width: 150,
  cell: (row) => <RankCell row={row} least={least} />,
})

const count = (key: 'n' | 'met' | 'unmet' | 'undecided'): Column<Row> => ({
  key,
  title: says[key],
  width: 90,
  align: 'right',
  cell: (row) => <span className={key === 'unmet' && row.unmet > 0 ? 'number wrong' : 'number'}>{row[key]}</span>,
})

/** Townships: the share leads to the schools behind it. */
export function groupColumns(node: string, by: string, least: number): Column<Row>[] {
  const schools = (row: Row) => ({ f: [`${by}=${row.key}`] })
  return [
    rankColumn(least),
    {
      key: 'name',
      title: says.name,
      width: 240,
      cell: (row) => (
        <Link to="/evaluation/indicators/$node" params={{ node }} search={schools(row)}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'share',
      title: says.share,
      width: 120,
      align: 'right',
      cell: (row) => (
        <Link to="/evaluation/indicators/$node" params={{ node }} search={schools(row)} className="number">
          {row.shown}
        </Link>
      ),
    },
    count('n'),
    count('met'),
    count('unmet'),
    count('undecided'),
  ]
}

export function subjectRankColumns(node: NodeView, least: number): Column<Row>[] {
  return [
    rankColumn(least),
    { key: 'name', title: says.name, width: 300, cell: (row) => row.name },
    {
      key: 'value',
      title: says.value,
      under: unitOf(node),
      width: 140,
      align: 'right',
      cell: (row) =>
        row.figure && <FigureOf figure={row.figure} node={node} title={`${row.name} ${node.title}`} plain />,
    },
    {
      key: 'state',
      title: says.state,
      width: 110,
      cell: ({ figure }) => figure?.state !== undefined && <Light state={figure.state} />,
    },
  ]
}
