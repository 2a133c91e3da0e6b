import type { UnitDetail, UnitEntry } from '@eduduty/core/organizations'
import { Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { organizationMessages } from '../messages.ts'
import { useChange } from './use-change.ts'

const says = organizationMessages.post

type Post = UnitDetail['posts'][number]

export type PostChange =
  | { readonly verb: 'open'; readonly unit: UnitEntry }
  | { readonly verb: 'rename' | 'close'; readonly unit: UnitEntry; readonly post: Post }

interface Values {
  readonly title: string
  readonly reason: string
}

/** Sets up, renames or closes one post. */
export function PostDialog({ change, close }: { change: PostChange; close: () => void }): ReactNode {
  const [form] = Form.useForm<Values>()
  const send = useChange<{ post_id: string }>()
  const submit = (values: Values) => send.mutate(requestOf(change, values), { onSuccess: close })
  return (
    <Modal
      open
      title={titleOf(change)}
      okText={change.verb === 'close' ? organizationMessages.panel.closePost : organizationMessages.change.confirm}
      cancelText={organizationMessages.cancel}
      okButtonProps={{ loading: send.isPending, danger: change.verb === 'close' }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ title: change.verb === 'rename' ? change.post.title : '' }}
      >
        {change.verb === 'close' ? (
          <>
            <p className="note">{says.closeHint}</p>
            <Form.Item
              name="reason"
              label={organizationMessages.change.reason}
              rules={[{ required: true, whitespace: true, message: organizationMessages.change.reasonRule }]}
            >
              <Input maxLength={200} autoFocus />
            </Form.Item>
          </>
        ) : (
          <Form.Item
            name="title"
            label={says.title}
            extra={says.titleHint}
            rules={[{ required: true, whitespace: true, message: says.rule }]}
          >
            <Input maxLength={80} autoFocus />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

function titleOf(change: PostChange): string {
  switch (change.verb) {
    case 'open':
      return says.openTitle(change.unit.name)
    case 'rename':
      return says.renameTitle(change.post.title)
    case 'close':
      return says.closeTitle(change.post.title)
  }
}

function requestOf(change: PostChange, values: Values) {
  const { county_code: county, unit_id } = change.unit
  switch (change.verb) {
    case 'open':
      return { path: '/posts', body: { county, unit_id, title: values.title.trim() }, done: says.opened }
    case 'rename':
      return {
        path: `/posts/${county}/${change.post.post_id}/rename`,
        body: { title: values.title.trim() },
        done: says.renamed,
      }
    case 'close':
      return {
        path: `/posts/${county}/${change.post.post_id}/close`,
        body: { reason: values.reason.trim() },
        done: says.closed,
      }
  }
}
