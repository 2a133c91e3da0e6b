import { chinaMinute } from '@eduduty/core/calendar'
import type { SessionEntry } from '@eduduty/core/identity'
import { Tag } from 'antd'
import type { Column } from '../../platform/table/column.ts'
import { nameBrowser } from '../sign-in/name-browser.ts'
import { sessionsMessages } from './messages.ts'

const says = sessionsMessages.columns

export const sessionColumns: readonly Column<SessionEntry>[] = [
  {
    key: 'name',
    title: says.name,
    width: 130,
    cell: (row) => (
      <>
        {row.name} {row.current && <Tag>{sessionsMessages.current}</Tag>}
      </>
    ),
    sortBy: (row) => row.name,
  },
  { key: 'login', title: says.loginName, width: 120, cell: (row) => row.login_name, sortBy: (row) => row.login_name },
  { key: 'unit', title: says.unit, width: 220, cell: (row) => row.unit_name, sortBy: (row) => row.unit_name },
  { key: 'seen', title: says.seen, width: 150, cell: (row) => chinaMinute(row.seen_at), sortBy: (row) => row.seen_at },
  {
    key: 'started',
    title: says.started,
    width: 150,
    cell: (row) => chinaMinute(row.started_at),
    sortBy: (row) => row.started_at,
  },
  { key: 'address', title: says.address, width: 140, cell: (row) => row.address, sortBy: (row) => row.address },
  { key: 'browser', title: says.browser, width: 180, cell: (row) => nameBrowser(row.browser) },
]
