import { chinaMinute } from '@eduduty/core/calendar'
import type { CountiesAnswer } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { Light } from '../../platform/theme/light.tsx'
import { RankCell } from '../compare/ranking-columns.tsx'
import { countyMessages } from './messages.ts'

type Row = CountiesAnswer['rows'][number]
const says = countyMessages

/** Every figure leads into the run of its county. */
export function countyColumns({ least }: CountiesAnswer): Column<Row>[] {
  return [
    {
      key: 'rank',
      title: says.columns.rank,
      width: 136,
      wrap: true,
      cell: (row) => <RankCell row={row} least={least} />,
    },
    {
      key: 'county',
      title: says.columns.county,
      width: 150,
      cell: ({ county, run }) => (
        <Link to="/evaluation" search={{ run }}>
          {county.name}
        </Link>
      ),
      sortBy: ({ county }) => county.code,
    },
    { key: 'state', title: says.columns.state, width: 96, cell: ({ state }) => <Light state={state} /> },
    {
      key: 'value',
      title: says.columns.value,
      width: 190,
      align: 'right',
      wrap: true,
      cell: (row) => <Value row={row} />,
    },
    ...countColumns,
  ]
}

const countColumns: readonly Column<Row>[] = [
  {
    key: 'items',
    title: says.columns.items,
    width: 168,
    align: 'right',
    cell: ({ items, run }) => (
      <Link to="/evaluation/indicators" search={{ run }} className="number">
        {items.met} / {items.unmet} / {items.undecided}
      </Link>
    ),
  },
  {
    key: 'coverage',
    title: says.columns.coverage,
    width: 110,
    align: 'right',
    cell: ({ coverage, run }) => (
      <Link to="/collection" search={{ run, tab: 'coverage' }} className="number">
        {coverage.reported} / {coverage.expected}
      </Link>
    ),
  },
  { key: 'effects', title: says.columns.effects, width: 190, wrap: true, cell: (row) => <Effects row={row} /> },
  {
    key: 'year',
    title: says.columns.year,
    width: 190,
    cell: ({ year, status, created_at: at, version }) => (
      <span title={`${says.when(chinaMinute(at))} ${version}`}>
        {year}{' '}
        <span className="muted">
          {says.status[status]} {version}
        </span>
      </span>
    ),
  },
]

/** The county's own figures of the chosen item, each leading to its chain; a share leads to the item's page. */
function Value({ row }: { row: Row }): ReactNode {
  const { figures, item, run, shown } = row
  if (figures.length > 0)
    return figures.map((figure) => (
      <span key={figure.id} className="value-line">
        <Link
          to="/evaluation/indicators/$node"
          params={{ node: figure.node }}
          search={{ run, trace: [figure.id] }}
          className="number"
        >
          {figure.subject === 'county' ? '' : `${figure.subject} `}
          {figure.shown}
        </Link>{' '}
        {figure.state !== undefined && figure.state !== 'met' && <Light state={figure.state} word="" />}
      </span>
    ))
  if (item === undefined) return <span className="number">{shown}</span>
  return (
    <Link to="/evaluation/indicators/$node" params={{ node: item.indicator }} search={{ run }} className="number">
      {shown}
      <span className="muted apart">
        {item.counts.met} / {item.counts.met + item.counts.unmet}
      </span>
    </Link>
  )
}

function Effects({ row: { struck, open } }: { row: Row }): ReactNode {
  if (struck.length > 0) return <span className="wrong">{struck.join('、')}</span>
  return <span className="muted">{open > 0 ? says.effectsOpen(open) : says.effectsNone}</span>
}
