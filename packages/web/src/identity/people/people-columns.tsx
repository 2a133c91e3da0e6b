import type { PersonEntry } from '@eduduty/core/identity'
import type { Column } from '../../platform/table/column.ts'
import { peopleMessages } from './messages.ts'
import { AccountMark } from './status-mark.tsx'

const says = peopleMessages.columns

export const peopleColumns: readonly Column<PersonEntry>[] = [
  { key: 'name', title: says.name, width: 110, sticky: true, cell: (row) => row.name },
  { key: 'unit', title: says.unit, width: 220, cell: (row) => row.unit_name },
  { key: 'posts', title: says.posts, width: 260, cell: (row) => row.posts.join('、') },
  { key: 'login', title: says.login, width: 140, cell: (row) => row.login_name },
  { key: 'status', title: says.status, width: 90, cell: (row) => <AccountMark status={row.status} /> },
  {
    key: 'phone',
    title: says.phone,
    width: 130,
    cell: (row) => <span className="number">{row.phone}</span>,
  },
  {
    key: 'id_number',
    title: says.idNumber,
    width: 180,
    cell: (row) => <span className="number">{row.id_number}</span>,
  },
]
