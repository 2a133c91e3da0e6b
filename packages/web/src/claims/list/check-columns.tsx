import { chinaMinute } from '@eduduty/core/calendar'
import type { CheckEntry } from '@eduduty/core/claims'
import { Link } from '@tanstack/react-router'
import type { Column } from '../../platform/table/column.ts'
import { claimMessages } from '../messages.ts'

const says = claimMessages.columns

/** Findings that nobody has said anything of. */
export const openOf = (one: CheckEntry): number => one.wrong + one.doubtful + one.uncheckable - one.marked

const count = (
  key: 'wrong' | 'doubtful' | 'uncheckable' | 'numbers',
  width: number,
  tone?: string,
): Column<CheckEntry> => ({
  key,
  title: says[key],
  width,
  align: 'right',
  cell: (one) => <span className={one[key] > 0 && tone !== undefined ? `number ${tone}` : 'number'}>{one[key]}</span>,
})

/** One line for each check; its title is the way in. */
export const checkColumns: readonly Column<CheckEntry>[] = [
  {
    key: 'title',
    title: says.title,
    width: 320,
    wrap: true,
    cell: ({ county, check, title }) => (
      <Link to="/claims/$county/$check" params={{ county, check }}>
        {title}
      </Link>
    ),
  },
  { key: 'source', title: says.source, width: 70, cell: ({ source }) => claimMessages.sources[source] },
  count('numbers', 80),
  count('wrong', 60, 'wrong'),
  count('doubtful', 60),
  count('uncheckable', 80),
  {
    key: 'open',
    title: says.open,
    width: 70,
    align: 'right',
    cell: (one) => <span className="number">{openOf(one)}</span>,
  },
  { key: 'run', title: says.run, width: 230, wrap: true, cell: ({ run }) => run?.title },
  { key: 'by', title: says.by, width: 190, cell: ({ by, at }) => `${by} ${chinaMinute(at)}` },
]
