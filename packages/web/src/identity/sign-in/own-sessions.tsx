import { chinaMinute } from '@eduduty/core/calendar'
import type { OwnSession } from '@eduduty/core/identity'
import { App, Button, Tag } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { noteSignedIn } from '../../platform/session/was-signed-in.ts'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { useAccountChange } from './account-queries.ts'
import { signInMessages } from './messages.ts'
import { nameBrowser } from './name-browser.ts'

const says = signInMessages.account

/** Where one is signed in; one left open elsewhere can be ended from here. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }): ReactNode {
  const { mutate } = useAccountChange()
  const columns = useMemo(
    () => columnsOf((session) => mutate({ path: `/sessions/${session}/end`, done: says.ended })),
    [mutate],
  )
  return (
    <section>
      <header>
        <h2>{says.sessions}</h2>
        <SignOutEverywhere />
      </header>
      <LedgerTable label={says.sessions} columns={columns} rows={sessions} rowKey={(row) => row.session} />
    </section>
  )
}

function columnsOf(end: (session: string) => void): readonly Column<OwnSession>[] {
  return [
    { key: 'seen', title: says.columns.seen, width: 150, cell: (row) => chinaMinute(row.seen_at) },
    { key: 'started', title: says.columns.started, width: 150, cell: (row) => chinaMinute(row.started_at) },
    { key: 'address', title: says.columns.address, width: 160, cell: (row) => row.address },
    { key: 'browser', title: says.columns.browser, width: 220, cell: (row) => nameBrowser(row.browser) },
    {
      key: 'action',
      title: says.columns.action,
      width: 100,
      cell: (row) =>
        row.current ? (
          <Tag>{says.here}</Tag>
        ) : (
          <button type="button" className="link" onClick={() => end(row.session)}>
            {says.end}
          </button>
        ),
    },
  ]
}

function SignOutEverywhere(): ReactNode {
  const { modal, message } = App.useApp()
  const leave = async (): Promise<void> => {
    try {
      await sendJson('POST', '/identity/sign-out-everywhere')
      noteSignedIn(false)
      window.location.assign('/sign-in')
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error))
    }
  }
  const ask = () =>
    modal.confirm({ title: says.everywhere, content: says.everywhereAsk, okText: says.everywhere, onOk: leave })
  return <Button onClick={ask}>{says.everywhere}</Button>
}
