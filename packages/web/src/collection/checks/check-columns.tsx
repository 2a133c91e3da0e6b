import type { CountyFinding } from '@eduduty/core/collection/tasks'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { SeverityMark } from '../severity-mark.tsx'
import { checkLevels } from './check-search.ts'
import { checkMessages as says } from './messages.ts'

export function checkColumns(county: string): readonly Column<CountyFinding>[] {
  return [
    {
      key: 'level',
      title: says.columns.level,
      width: 66,
      cell: ({ level }) =>
        level === 'note' ? <span className="muted">{says.note}</span> : <SeverityMark severity={level} />,
      sortBy: ({ level }) => checkLevels.indexOf(level),
    },
    {
      key: 'township',
      title: says.columns.township,
      width: 84,
      cell: ({ township }) => township,
      sortBy: ({ township }) => township,
    },
    {
      key: 'unit',
      title: says.columns.unit,
      width: 150,
      cell: ({ unit_name }) => <Cut text={unit_name} />,
      sortBy: ({ unit_name }) => unit_name,
    },
    {
      key: 'register',
      title: says.columns.register,
      width: 104,
      cell: ({ register_title }) => <Cut text={register_title} />,
      sortBy: ({ register_title }) => register_title,
    },
    {
      key: 'check',
      title: says.columns.check,
      width: 150,
      cell: ({ check_title }) => <Cut text={check_title} />,
      sortBy: ({ check_title }) => check_title,
    },
    { key: 'message', title: says.columns.message, width: 320, cell: ({ message }) => <Cut text={message} /> },
    { key: 'sides', title: says.columns.sides, width: 196, cell: (finding) => <Sides finding={finding} /> },
    {
      key: 'action',
      title: says.columns.action,
      width: 96,
      cell: (finding) => <Way county={county} {...{ finding }} />,
    },
  ]
}

function Cut({ text }: { text: string }): ReactNode {
  return (
    <span className="clamp" title={text}>
      {text}
    </span>
  )
}

/** Both figures below each other, and by how much they differ. */
function Sides({ finding }: { finding: CountyFinding }): ReactNode {
  const { left, right, difference } = finding
  if (left === undefined || right === undefined) return null
  const lines = [left, right].map(({ label, value }) => says.side(label, value))
  const title = [...lines, ...(difference === undefined ? [] : [says.difference(difference)])].join('\n')
  return (
    <span className="check-sides" title={title}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  )
}

/** Where it is mended: the cell of the task, or its table. */
function Way({ county, finding }: { county: string; finding: CountyFinding }): ReactNode {
  const { task_id: task, column } = finding
  if (task === undefined) return null
  return (
    <Link
      to="/collection/tasks/$county/$task"
      params={{ county, task }}
      search={column === undefined ? {} : { column }}
    >
      {column === undefined ? says.openTable : says.open}
    </Link>
  )
}
