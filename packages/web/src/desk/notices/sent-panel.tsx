import { chinaMinute } from '@eduduty/core/calendar'
import {
  type NoticeEntry,
  type NoticeReceipt,
  type NoticeReminded,
  type NoticeView,
  REMIND_AFTER_HOURS,
} from '@eduduty/core/desk'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { noticeMessages as says } from '../inbox-messages.ts'
import { noticePath, noticeQuery } from '../inbox-queries.ts'
import { AttachButton } from './attach-button.tsx'
import { Attachment } from './attachment.tsx'

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
      <Attachment notice={entry} />
      {entry.is_recalled ? (
        <p className="muted">{says.recalled}</p>
      ) : (
        <div className="notice-deeds">
          {data !== undefined && <RemindButton view={data} />}
          <AttachButton notice={entry} />
          <Popconfirm
            title={says.recallAsk}
            description={says.recallHint}
            onConfirm={() => recall.mutate({ path, done: says.recalledDone })}
          >
            <Button loading={recall.isPending}>{says.recall}</Button>
          </Popconfirm>
        </div>
      )}
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && <Receipts receipts={data.receipts} />}
      {data !== undefined && <Reminders reminders={data.reminders} />}
    </SidePanel>
  )
}

function Receipts({ receipts }: { receipts: readonly NoticeReceipt[] }): ReactNode {
  const unseen = receipts.filter(({ seen_at: at }) => at === undefined)
  const seen = receipts.filter(({ seen_at: at }) => at !== undefined)
  return (
    <>
      <h3>{says.unseen(unseen.length)}</h3>
      <ul className="notice-unseen">
        {unseen.map((one) => (
          <li key={one.unit}>
            {one.unit_name}
            {one.reminded_at !== undefined && (
              <span className="muted apart">{says.remindedBy(one.reminded_by, chinaMinute(one.reminded_at))}</span>
            )}
          </li>
        ))}
      </ul>
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

/** Urges those that have not confirmed; not those that were urged a short while ago. */
function RemindButton({ view }: { view: NoticeView }): ReactNode {
  const { notice, remindable: count } = view
  const remind = useChange<NoticeReminded>(['desk'])
  if (notice.seen === notice.units) return null
  if (count === 0) return <span className="muted">{says.remindedLately(REMIND_AFTER_HOURS)}</span>
  return (
    <Popconfirm
      title={says.remindAsk(count)}
      description={says.remindHint(REMIND_AFTER_HOURS)}
      onConfirm={() =>
        remind.mutate({
          path: `${noticePath(notice.county, notice.notice)}/reminders`,
          done: ({ units }) => says.reminded(units),
        })
      }
    >
      <Button type="primary" loading={remind.isPending}>
        {says.remind(count)}
      </Button>
    </Popconfirm>
  )
}

function Reminders({ reminders }: Pick<NoticeView, 'reminders'>): ReactNode {
  if (reminders.length === 0) return null
  return (
    <>
      <h3>{says.reminders}</h3>
      <ul className="notice-unseen">
        {reminders.map(({ by, at, units }) => (
          <li key={at}>{says.reminder(chinaMinute(at), by, units)}</li>
        ))}
      </ul>
    </>
  )
}
