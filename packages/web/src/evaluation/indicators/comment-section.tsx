import { chinaMinute } from '@eduduty/core/calendar'
import type { CommentEntry, Figure, NodeView } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Popconfirm, Select } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { platformMessages } from '../../platform/messages/messages.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { subjectLabel } from '../../platform/run/run-index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { indicatorMessages } from './messages.ts'
import { commentsKey, commentsPath, commentsQuery } from './queries.ts'

const says = indicatorMessages.comments
const LONGEST = 500

/** What people say about the indicator; whoever may, can say something too. */
export function CommentSection({ node, picked }: { node: NodeView; picked: Figure | undefined }): ReactNode {
  const { id } = useCurrentRun()
  const may = useMay()
  const answer = useQuery(commentsQuery(id, node.id))
  return (
    <section className="panel-section comments">
      <h2>{says.title}</h2>
      {answer.error !== null && <ErrorState error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      {answer.data?.length === 0 && <p className="muted">{says.none}</p>}
      <ul>
        {answer.data?.map((one) => (
          <OneComment key={one.id} comment={one} node={node} />
        ))}
      </ul>
      {may('evaluation.comment') && <WriteComment key={picked?.id ?? ''} node={node} picked={picked} />}
    </section>
  )
}

function OneComment({ comment, node }: { comment: CommentEntry; node: NodeView }): ReactNode {
  const { id } = useCurrentRun()
  const change = useChange<undefined>([...commentsKey(id, node.id)])
  const { by, at, year, retracted_at: back, subject_name: name } = comment
  return (
    <li className="comment">
      <p className="muted">
        {says.meta(by, chinaMinute(at), year)}
        {name !== undefined && <strong className="apart">{name}</strong>}
        {comment.mine && back === undefined && (
          <Popconfirm
            title={says.retractAsk}
            okText={says.retract}
            cancelText={platformMessages.cancel}
            onConfirm={() =>
              change.mutate({
                path: `${commentsPath(id)}/${encodeURIComponent(comment.id)}/retraction`,
                body: {},
                done: says.retractDone,
              })
            }
          >
            <Button type="link" size="small">
              {says.retract}
            </Button>
          </Popconfirm>
        )}
      </p>
      <p className={back === undefined ? 'comment-text' : 'muted'}>
        {back === undefined ? comment.text : says.retracted(chinaMinute(back))}
      </p>
    </li>
  )
}

interface Written {
  readonly text: string
  readonly subject: string
}

function WriteComment({ node, picked }: { node: NodeView; picked: Figure | undefined }): ReactNode {
  const { id, index } = useCurrentRun()
  const [form] = Form.useForm<Written>()
  const change = useChange<undefined>([...commentsKey(id, node.id)])
  const subject = index.subjects.get(picked?.subject ?? '')
  const send = async ({ text, subject: about }: Written) => {
    const body = { node: node.id, text, ...(about !== '' && { subject: about }) }
    await change.mutateAsync({ path: commentsPath(id), body, done: says.sent })
    form.resetFields()
  }
  return (
    <Form<Written>
      form={form}
      className="comment-form"
      initialValues={{ text: '', subject: subject?.id ?? '' }}
      onFinish={send}
    >
      {subject !== undefined && (
        <Form.Item name="subject" label={says.about}>
          <Select
            size="small"
            options={[
              { value: subject.id, label: subjectLabel(subject) },
              { value: '', label: says.whole },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item name="text" rules={[{ required: true, whitespace: true, message: says.rule }]}>
        <Input.TextArea
          aria-label={says.write}
          placeholder={says.placeholder}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={LONGEST}
          showCount
        />
      </Form.Item>
      <Button htmlType="submit" loading={change.isPending}>
        {says.send}
      </Button>
    </Form>
  )
}
