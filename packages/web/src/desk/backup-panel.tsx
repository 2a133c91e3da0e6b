import { chinaMinute } from '@eduduty/core/calendar'
import type { BackupEntry, BackupList } from '@eduduty/core/desk'
import { App, Button, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../platform/session/session-context.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { bytesText } from '../platform/table/bytes-text.ts'
import type { Column } from '../platform/table/column.ts'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { useIsBackingUp, useKeepDays } from './desk-queries.ts'
import { deskMessages } from './messages.ts'

const says = deskMessages.status

/** The backups there are, each with what is known of its soundness. */
export function BackupPanel(props: { list: BackupList }): ReactNode {
  const { folder, backups, keep_days } = props.list
  return (
    <section className="desk-backups">
      <h2>{says.backups}</h2>
      <p className="muted">{folder === null ? says.backupsElsewhere : says.backupsIn(folder)}</p>
      {folder !== null && <KeepDays key={keep_days} days={keep_days} />}
      {folder !== null && (
        <LedgerTable
          label={says.backups}
          rows={backups}
          rowKey={(one) => one.name}
          columns={columns}
          empty={<NoBackups />}
        />
      )}
    </section>
  )
}

/** Who may make one is told how; while the first is being made there is nothing to advise. */
function NoBackups(): ReactNode {
  const may = useMay()
  const running = useIsBackingUp()
  if (running) return <EmptyState title={says.backingUp} advice={says.leave} />
  const advice = may('desk.settings_manage') ? says.noBackupsAdvice : says.noBackupsWait
  return <EmptyState title={says.noBackups} advice={advice} />
}

function KeepDays({ days }: { days: number }): ReactNode {
  const may = useMay()
  const { message } = App.useApp()
  const [wanted, setWanted] = useState<number | null>(days)
  const change = useKeepDays()
  if (!may('desk.settings_manage')) return <p className="muted">{says.keeps(days)}</p>
  const save = () =>
    change.mutate(wanted ?? days, {
      onSuccess: () => void message.success(says.keepSaved),
      onError: (error) => void message.error(error.message, 8),
    })
  return (
    <p className="muted">
      {says.keepBefore}{' '}
      <InputNumber
        size="small"
        aria-label={says.keepLabel}
        min={1}
        max={365}
        precision={0}
        style={{ width: 80 }}
        value={wanted}
        onChange={setWanted}
      />{' '}
      {says.keepAfter}{' '}
      {wanted !== days && wanted !== null && (
        <Button size="small" loading={change.isPending} onClick={save}>
          {says.keepSave}
        </Button>
      )}
    </p>
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
