import type { NodeView } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { subjectLabel, unitOf } from '../../platform/run/run-index.ts'
import { type SubjectView, stagedText } from '../../platform/run/subject-views.ts'
import type { Column } from '../../platform/table/column.ts'
import { UnverifiedTag } from '../../platform/theme/basis.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { evaluationMessages } from '../messages.ts'
import { sortValue, standardWithoutUnit } from '../standard-line.ts'
import type { SubjectRow } from './subject-row.ts'

interface ColumnInput {
  readonly view: SubjectView
  readonly indicators: readonly NodeView[]
  /** All rows of the view, before filtering: for the counts in the headings. */
  readonly rows: readonly SubjectRow[]
  /** True while some columns are still on their way. */
  readonly pending: boolean
  /** Attributes that get a column of their own. */
  readonly attributes: readonly string[]
  readonly fails: string | undefined
  readonly onFails: (indicator: string | undefined) => void
}

const says = evaluationMessages.schools

export function subjectColumns(input: ColumnInput): Column<SubjectRow>[] {
  return [
    {
      key: 'name',
      title: says.name,
      width: 180,
      sticky: true,
      cell: (row) => <SubjectName row={row} />,
      sortBy: (row) => row.subject.name,
    },
    {
      key: 'unmet',
      title: says.tally,
      width: 86,
      sticky: true,
      align: 'right',
      cell: (row) =>
        row.unmet === 0 ? <span className="zero">0</span> : <span className="number wrong">{row.unmet}</span>,
      sortBy: (row) => row.unmet,
    },
    ...input.attributes.map(
      (title): Column<SubjectRow> => ({
        key: `a:${title}`,
        title,
        width: 92,
        cell: (row) => row.subject.attributes[title],
        sortBy: (row) => row.subject.attributes[title],
      }),
    ),
    ...input.indicators.map((node) => indicatorColumn(input, node)),
  ]
}

function indicatorColumn(input: ColumnInput, node: NodeView): Column<SubjectRow> {
  const standard = commonStandard(input, node)
  const unmet = input.rows.filter((row) => row.figures.get(node.id)?.state === 'unmet').length
  return {
    key: node.id,
    title: <span className="indicator-title">{node.title}</span>,
    under: (
      <>
        {unitOf(node) !== undefined && <span className="standard">{unitOf(node)}</span>}
        <span className="standard">
          {standardWithoutUnit(standard, node)}
          <UnverifiedTag verified={node.verified} />
        </span>
        <FailCount input={input} node={node} unmet={unmet} />
      </>
    ),
    width: 110,
    align: 'right',
    cell: (row) => {
      const figure = row.figures.get(node.id)
      if (figure === undefined) return input.pending ? <span className="zero">{says.pending}</span> : null
      return <FigureOf figure={figure} node={node} title={`${row.subject.name} ${node.title}`} />
    },
    cellClass: (row) => shade(row, node.id),
    sortBy: (row) => sortValue(row.figures.get(node.id)),
  }
}

function FailCount(props: { input: ColumnInput; node: NodeView; unmet: number }): ReactNode {
  const { input, node, unmet } = props
  const active = input.fails === node.id
  if (unmet === 0 && !active) return <span className="fail-count">{says.unmetCount(0)}</span>
  return (
    <button
      type="button"
      className={active ? 'link fail-count active' : 'link fail-count'}
      aria-pressed={active}
      title={says.unmetHint}
      onClick={() => input.onFails(active ? undefined : node.id)}
    >
      {says.unmetCount(unmet)}
    </button>
  )
}

/** The standard most subjects of the view are held to; a school with another one says so in its panel. */
function commonStandard(input: ColumnInput, node: NodeView): string | undefined {
  const uses = new Map<string, number>()
  for (const row of input.rows) {
    const text = row.figures.get(node.id)?.standard?.text
    if (text !== undefined) uses.set(text, (uses.get(text) ?? 0) + 1)
  }
  const [most] = [...uses].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? stagedText(node.standard, input.view.values)
}

function shade(row: SubjectRow, node: string): string | undefined {
  switch (row.figures.get(node)?.state) {
    case 'unmet':
    case 'error':
      return 'cell-unmet'
    case 'undecided':
      return 'cell-undecided'
    case 'not_applicable':
      return 'cell-na'
    case 'met':
    case undefined:
      return undefined
  }
}

function SubjectName({ row }: { row: SubjectRow }): ReactNode {
  return (
    <span title={`${subjectLabel(row.subject)} ${row.subject.unit ?? ''}`}>
      {row.subject.name}
      {row.unreported.length > 0 && (
        <span className="missing-mark" title={says.missingHint(row.unreported.join('、'))}>
          {says.missing}
        </span>
      )}
    </span>
  )
}
