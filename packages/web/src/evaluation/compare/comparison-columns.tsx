import type { ComparisonAnswer, Figure } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type RunIndex, unitOf } from '../../platform/run/run-index.ts'
import type { Column } from '../../platform/table/column.ts'
import { Light } from '../../platform/theme/light.tsx'
import { Figure as FigureButton } from '../../platform/trace/figure.tsx'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { type ComparisonRow, turnOf } from './comparison-rows.ts'
import { compareMessages } from './messages.ts'

const says = compareMessages

export function comparisonColumns(index: RunIndex, { before }: ComparisonAnswer): Column<ComparisonRow>[] {
  const { columns } = says
  const nodeOf = ({ node }: ComparisonRow) => index.nodes.get(node)
  return [
    { key: 'no', title: columns.no, width: 104, cell: (row) => nodeOf(row)?.no },
    {
      key: 'title',
      title: columns.title,
      width: 216,
      wrap: true,
      cell: (row) => (
        <Link to="/evaluation/indicators/$node" params={{ node: row.node }}>
          {nodeOf(row)?.title ?? row.node}
        </Link>
      ),
    },
    { key: 'stage', title: columns.stage, width: 60, cell: (row) => <span className="muted">{row.stage}</span> },
    {
      key: 'before',
      title: columns.before(before.year),
      width: 128,
      align: 'right',
      cell: (row) => <Before row={row} run={before.run} unit={unitOf(nodeOf(row))} />,
    },
    {
      key: 'after',
      title: columns.after(index.assessment.run.year),
      width: 138,
      align: 'right',
      cell: (row) => <After row={row} title={nodeOf(row)?.title ?? row.node} unit={unitOf(nodeOf(row))} />,
    },
    {
      key: 'change',
      title: columns.change,
      width: 118,
      align: 'right',
      cell: (row) => <span className="number">{row.change}</span>,
    },
    { key: 'light', title: columns.light, width: 176, cell: (row) => <Turn row={row} /> },
    {
      key: 'comparable',
      title: columns.comparable,
      width: 290,
      wrap: true,
      cell: (row) => <Comparable row={row} />,
    },
  ]
}

/** A figure of another run leads to that run; one of a year that was only read beside has no chain of its own. */
function Before(props: { row: ComparisonRow; run: string | undefined; unit: string | undefined }): ReactNode {
  const { row, run, unit } = props
  if (typeof row.before === 'string' || row.before === undefined) return <span className="number">{row.before}</span>
  const text = (
    <>
      {shownOf(row.before)}
      <Unit figure={row.before} unit={unit} />
    </>
  )
  if (run === undefined) return <span className="number">{text}</span>
  return (
    <Link
      to="/evaluation/indicators/$node"
      params={{ node: row.node }}
      search={{ run, trace: [row.before.id] }}
      className="number"
    >
      {text}
    </Link>
  )
}

function Unit({ figure, unit }: { figure: Figure; unit: string | undefined }): ReactNode {
  if (unit === undefined || !/\d/.test(figure.shown) || figure.shown.endsWith('%')) return null
  return <span className="figure-unit">{unit}</span>
}

function After({ row, title, unit }: { row: ComparisonRow; title: string; unit: string | undefined }): ReactNode {
  const { after } = row
  if (typeof after === 'string' || after === undefined) return <span className="number">{after}</span>
  const ownUnit = after.shown.endsWith('%') ? undefined : unit
  return <FigureButton id={after.id} shown={shownOf(after)} title={title} unit={ownUnit} status={after.status} />
}

function Turn({ row }: { row: ComparisonRow }): ReactNode {
  const { stateBefore, stateAfter } = row
  if (stateBefore === undefined || stateAfter === undefined) return null
  if (stateBefore === stateAfter) return <span className="muted">{says.same}</span>
  const turn = turnOf(row)
  return (
    <span className={turn < 0 ? 'turned-worse' : undefined}>
      <Light state={stateBefore} /> → <Light state={stateAfter} />
    </span>
  )
}

function Comparable({ row }: { row: ComparisonRow }): ReactNode {
  const { value, light, reasons } = row.comparability
  const word = light ? says.comparable.yes : value ? says.comparable.value : says.comparable.no
  return (
    <>
      <span className={light ? 'muted' : 'short'}>{word}</span>
      {reasons.length > 0 && <span className="muted">（{reasons.map(({ text }) => text).join('；')}）</span>}
    </>
  )
}
