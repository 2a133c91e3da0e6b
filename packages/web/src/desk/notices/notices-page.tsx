import { chinaMinute } from '@eduduty/core/calendar'
import type { NoticeEntry, NoticeList, ReceivedNotice } from '@eduduty/core/desk'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { noticeMessages as says } from '../inbox-messages.ts'
import { noticesQuery } from '../inbox-queries.ts'
import { ReceivedPanel } from './received-panel.tsx'
import { SendNoticePanel } from './send-notice-panel.tsx'
import { SentPanel } from './sent-panel.tsx'
import '../desk.css'

const route = getRouteApi('/shell/plain/desk/notices')

/** Notices that came, to be confirmed; notices that were sent, and who has not confirmed them. */
export function NoticesPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(noticesQuery())
  const show = (notice: string | undefined) => navigate({ search: (before) => ({ ...before, notice }) })
  const write = (isWriting: boolean) =>
    navigate({ search: (before) => ({ ...before, sending: isWriting ? 'true' : undefined }) })
  const list = search.list ?? 'received'
  const action = data?.may_send === true && (
    <Button type="primary" onClick={() => write(true)}>
      {says.send}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={action} />
      <Tabs
        size="small"
        activeKey={list}
        onChange={(key) => navigate({ search: { list: key === 'sent' ? 'sent' : undefined } })}
        items={[
          { key: 'received', label: says.received },
          { key: 'sent', label: says.sent },
        ]}
      />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined &&
        (list === 'sent' ? <Sent list={data} show={show} /> : <Received list={data} show={show} />)}
      {data !== undefined && search.notice !== undefined && (
        <OpenPanel list={data} notice={search.notice} close={() => show(undefined)} />
      )}
      {search.sending !== undefined && data?.may_send === true && <SendNoticePanel close={() => write(false)} />}
    </>
  )
}

interface ListProps {
  readonly list: NoticeList
  readonly show: (notice: string) => void
}

function Received({ list, show }: ListProps): ReactNode {
  const [title, advice] = says.emptyReceived
  return (
    <LedgerTable
      label={says.received}
      rows={list.received}
      columns={receivedColumns}
      rowKey={({ notice, receipt }) => `${notice.notice} ${receipt.unit}`}
      onOpen={({ notice }) => show(notice.notice)}
      empty={<EmptyState title={title} advice={advice} />}
    />
  )
}

function Sent({ list, show }: ListProps): ReactNode {
  const [title, advice] = says.emptySent
  return (
    <LedgerTable
      label={says.sent}
      rows={list.sent}
      columns={sentColumns}
      rowKey={({ notice }) => notice}
      onOpen={({ notice }) => show(notice)}
      empty={<EmptyState title={title} advice={list.may_send ? advice : says.emptySentOthers} />}
    />
  )
}

function OpenPanel({ list, notice, close }: { list: NoticeList; notice: string; close: () => void }): ReactNode {
  const received = list.received.filter((one) => one.notice.notice === notice)
  const sent = list.sent.find((one) => one.notice === notice)
  if (received.length > 0) return <ReceivedPanel received={received} close={close} />
  return sent === undefined ? null : <SentPanel entry={sent} close={close} />
}

const text = (words: string): ReactNode => <span title={words}>{words}</span>

function commonColumns<Row>(noticeOf: (row: Row) => NoticeEntry): readonly Column<Row>[] {
  return [
    { key: 'title', title: says.columns.title, width: 420, cell: (row) => text(noticeOf(row).title) },
    { key: 'issuer', title: says.columns.issuer, width: 180, cell: (row) => text(noticeOf(row).issuer_name) },
    {
      key: 'at',
      title: says.columns.at,
      width: 140,
      cell: (row) => <span className="number">{chinaMinute(noticeOf(row).made_at)}</span>,
    },
    {
      key: 'by',
      title: says.columns.answerBy,
      width: 110,
      cell: (row) => <span className="number">{noticeOf(row).answer_by ?? ''}</span>,
    },
  ]
}

const receivedColumns: readonly Column<ReceivedNotice>[] = [
  ...commonColumns<ReceivedNotice>(({ notice }) => notice),
  {
    key: 'state',
    title: says.columns.state,
    width: 160,
    cell: ({ receipt: { seen_by: by } }) => (by === '' ? <strong>{says.waiting}</strong> : says.confirmed(by)),
  },
]

const sentColumns: readonly Column<NoticeEntry>[] = [
  ...commonColumns<NoticeEntry>((notice) => notice),
  {
    key: 'state',
    title: says.columns.state,
    width: 160,
    cell: ({ seen, units, is_recalled: isRecalled }) =>
      isRecalled ? <span className="muted">{says.recalled}</span> : says.seen(seen, units),
  },
]
