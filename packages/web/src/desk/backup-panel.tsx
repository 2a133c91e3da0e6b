import { chinaMinute } from '@eduduty/core/calendar'
import type { BackupEntry, BackupList } from '@eduduty/core/desk'
import type { ReactNode } from 'react'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import type { Column } from '../platform/table/column.ts'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { bytesText } from './bytes-text.ts'
import { deskMessages } from './messages.ts'

const says = deskMessages.status

/** The backups there are, each with what is known of its soundness. */
export function BackupPanel(props: { list: BackupList }): ReactNode {
  const { folder, backups } = props.list
  return (
    <section className="desk-backups">
      <h2>{says.backups}</h2>
      <p className="muted">{folder === null ? says.backupsElsewhere : says.backupsIn(folder)}</p>
      {folder !== null && (
        <LedgerTable
          label={says.backups}
          rows={backups}
          rowKey={(one) => one.name}
          columns={columns}
          empty={<EmptyState title={says.noBackups} advice={says.noBackupsAdvice} />}
        />
      )}
    </section>
  )
}

const columns: readonly Column<BackupEntry>[] = [
  { key: 'name', title: says.columns.name, width: 320, cell: (one) => one.name },
  { key: 'at', title: says.columns.at, width: 160, cell: (one) => chinaMinute(one.created_at) },
  {
    key: 'size',
    title: says.columns.size,
    width: 110,
    align: 'right',
    cell: (one) => <span className="number">{bytesText(one.bytes)}</span>,
  },
  {
    key: 'rows',
    title: says.columns.rows,
    width: 110,
    align: 'right',
    cell: (one) => <span className="number">{one.rows ?? ''}</span>,
  },
  {
    key: 'check',
    title: says.columns.check,
    width: 160,
    cell: (one) => <span className={one.check === 'good' ? 'desk-good' : 'wrong'}>{says.check[one.check]}</span>,
  },
]
