import { chinaMinute } from '@eduduty/core/calendar'
import type { ReceivedNotice } from '@eduduty/core/desk'
import { Button, Form, Input } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { noticeMessages as says } from '../inbox-messages.ts'
import { noticePath } from '../inbox-queries.ts'
import { Attachment } from './attachment.tsx'

/** A notice that came, for each unit of one's posts, with its receipt. */
export function ReceivedPanel(props: { received: readonly ReceivedNotice[]; close: () => void }): ReactNode {
  const [first] = props.received
  if (first === undefined) return null
  const { notice } = first
  return (
    <SidePanel title={notice.title} close={props.close}>
      <p className="muted">
        {notice.issuer_name}　{notice.made_by}　{chinaMinute(notice.made_at)}
      </p>
      <p className="notice-body">{notice.body}</p>
      <Attachment notice={notice} />
      {props.received.map((one) => (
        <Fragment key={one.receipt.unit}>
          <Receipt received={one} />
        </Fragment>
      ))}
    </SidePanel>
  )
}

function Receipt({ received: { notice, receipt } }: { received: ReceivedNotice }): ReactNode {
  const confirm = useChange<null>(['desk'])
  const isSeen = receipt.seen_by !== ''
  const asksAnswer = notice.answer_by !== undefined
  const send = ({ answer = '' }: { answer?: string }) =>
    confirm.mutate({
      path: `${noticePath(notice.county, notice.notice)}/receipt`,
      body: { unit: receipt.unit, answer },
      done: isSeen ? says.changed : says.answered,
    })
  return (
    <Form layout="vertical" onFinish={send} initialValues={{ answer: receipt.answer }}>
      <p>
        <strong>{receipt.unit_name}</strong>{' '}
        {isSeen && (
          <span className="muted">
            {says.confirmed(receipt.seen_by)}　{receipt.seen_at !== undefined && chinaMinute(receipt.seen_at)}
          </span>
        )}
      </p>
      {asksAnswer && (
        <Form.Item
          name="answer"
          label={`${says.answer}（${says.columns.answerBy} ${notice.answer_by}）`}
          rules={[{ required: true, whitespace: true, message: says.answerRule }]}
        >
          <Input.TextArea rows={3} maxLength={1000} showCount placeholder={says.answerHint} />
        </Form.Item>
      )}
      {(!isSeen || asksAnswer) && (
        <Button htmlType="submit" type={isSeen ? 'default' : 'primary'} loading={confirm.isPending}>
          {isSeen ? says.change : says.confirm}
        </Button>
      )}
    </Form>
  )
}
