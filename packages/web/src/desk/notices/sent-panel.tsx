import { chinaMinute } from '@eduduty/core/calendar'
import type { NoticeEntry, NoticeReceipt, NoticeView } from '@eduduty/core/desk'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { noticeMessages as says } from '../inbox-messages.ts'
import { noticePath, noticeQuery } from '../inbox-queries.ts'

/** A notice that was sent: who has confirmed it and what they answered, who has not. */
export function SentPanel({ entry, close }: { entry: NoticeEntry; close: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(noticeQuery(entry.county, entry.notice))
  const recall = useChange<NoticeView>(['desk'])
  const path = `${noticePath(entry.county, entry.notice)}/recall`
  return (
    <SidePanel title={entry.title} close={close}>
      <p className="muted">
        {entry.issuer_name}　{entry.made_by}　{chinaMinute(entry.made_at)}
        {entry.answer_by !== undefined && `　${says.columns.answerBy} ${entry.answer_by}`}
      </p>
      <p className="notice-body">{entry.body}</p>
      {entry.is_recalled ? (
        <p className="muted">{says.recalled}</p>
      ) : (
        <Popconfirm
          title={says.recallAsk}
          description={says.recallHint}
          onConfirm={() => recall.mutate({ path, done: says.recalledDone })}
        >
          <Button loading={recall.isPending}>{says.recall}</Button>
        </Popconfirm>
      )}
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && <Receipts receipts={data.receipts} />}
    </SidePanel>
  )
}

function Receipts({ receipts }: { receipts: readonly NoticeReceipt[] }): ReactNode {
  const unseen = receipts.filter(({ seen_at: at }) => at === undefined)
  const seen = receipts.filter(({ seen_at: at }) => at !== undefined)
  return (
    <>
      <h3>{says.unseen(unseen.length)}</h3>
      <p>{unseen.map(({ unit_name: name }) => name).join('、')}</p>
      <h3>{says.seenList(seen.length)}</h3>
      <table className="plain">
        <tbody>
          {seen.map((one) => (
            <tr key={one.unit}>
              <td>{one.unit_name}</td>
              <td>{one.seen_by}</td>
              <td className="number">{one.seen_at !== undefined && chinaMinute(one.seen_at)}</td>
              <td>{one.answer}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
