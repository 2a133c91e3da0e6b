import { chinaMinute } from '@eduduty/core/calendar'
import type { ReportEntry } from '@eduduty/core/reports'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import type { Column } from '../../platform/table/column.ts'
import { shortTime } from '../../platform/table/short-time.ts'
import { draftMessages as says } from './messages.ts'

const tones = { writing: 'default', review: 'processing', final: 'success' } as const

/** One line for each draft; its title is the way in. */
export const reportColumns: readonly Column<ReportEntry>[] = [
  {
    key: 'title',
    title: says.columns.title,
    width: 380,
    wrap: true,
    cell: ({ county, report, title }) => (
      <Link to="/reports/$county/$report" params={{ county, report }}>
        {title}
      </Link>
    ),
  },
  { key: 'subject', title: says.columns.subject, width: 150, wrap: true, cell: (one) => one.subject_name },
  { key: 'kind', title: says.columns.kind, width: 90, cell: (one) => says.kinds[one.kind] },
  { key: 'year', title: says.columns.year, width: 60, cell: (one) => one.year },
  {
    key: 'state',
    title: says.columns.state,
    width: 80,
    cell: ({ state }) => <Tag color={tones[state]}>{says.states[state]}</Tag>,
  },
  {
    key: 'marks',
    title: says.columns.marks,
    width: 120,
    cell: ({ open_marks: marks, newer_run: newer }) =>
      marks > 0 ? <span className="wrong number">{marks}</span> : newer === undefined ? null : says.newerRun,
  },
  {
    key: 'saved',
    title: says.columns.saved,
    width: 170,
    cell: ({ saved_by: by, saved_at: at }) => (
      <span title={chinaMinute(at)}>
        {by} <span className="number">{shortTime(at, new Date())}</span>
      </span>
    ),
  },
]
