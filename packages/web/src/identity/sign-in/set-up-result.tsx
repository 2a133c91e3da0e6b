import { chinaMinute } from '@eduduty/core/calendar'
import type { SetUpDone } from '@eduduty/core/identity'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { signInMessages } from './messages.ts'

const says = signInMessages.setUp
type Account = SetUpDone['accounts'][number]

const columns: readonly Column<Account>[] = [
  { key: 'name', title: says.columns.name, width: 110, cell: (row) => row.name },
  { key: 'login', title: says.columns.loginName, width: 140, cell: (row) => row.login_name },
  { key: 'posts', title: says.columns.posts, width: 240, wrap: true, cell: (row) => row.posts.join('、') },
  { key: 'code', title: says.columns.code, width: 240, cell: (row) => <code>{row.code}</code> },
  { key: 'expires', title: says.columns.expires, width: 150, cell: (row) => chinaMinute(row.expires_at) },
]

/** The codes of the first administrators, shown this once. */
export function SetUpResult({ done }: { done: SetUpDone }): ReactNode {
  const navigate = useNavigate()
  return (
    <div className="entrance entrance-form">
      <section className="entrance-box">
        <h1>{says.doneTitle}</h1>
        <p className="note entrance-purpose">{says.doneAdvice}</p>
        <LedgerTable label={says.doneTitle} columns={columns} rows={done.accounts} rowKey={(row) => row.login_name} />
        <p className="entrance-actions">
          <Button onClick={() => window.print()}>{says.print}</Button>
          <Button type="primary" onClick={() => navigate({ to: '/activate' })}>
            {says.toActivate}
          </Button>
        </p>
      </section>
    </div>
  )
}
