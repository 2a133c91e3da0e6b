import type { UnitDetail, UnitEntry } from '@eduduty/core/organizations'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { organizationsKey } from '../../platform/api/unit-tree.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { organizationMessages } from '../messages.ts'

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
  const send = useChange<{ post_id: string }>(organizationsKey)
  const submit = (values: Values) => send.mutate(requestOf(change, values), { onSuccess: close })
  return (
    <FormDialog<Values>
      title={titleOf(change)}
      {...(change.verb === 'close' && { hint: says.closeHint })}
      okText={change.verb === 'close' ? organizationMessages.panel.closePost : organizationMessages.change.confirm}
      danger={change.verb === 'close'}
      busy={send.isPending}
      initial={{ title: change.verb === 'rename' ? change.post.title : '' }}
      submit={submit}
      close={close}
    >
      {change.verb === 'close' ? (
        <ReasonField label={organizationMessages.change.reason} />
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
    </FormDialog>
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
      return { path: '/organizations/posts', body: { county, unit_id, title: values.title.trim() }, done: says.opened }
    case 'rename':
      return {
        path: `/organizations/posts/${county}/${change.post.post_id}/rename`,
        body: { title: values.title.trim() },
        done: says.renamed,
      }
    case 'close':
      return {
        path: `/organizations/posts/${county}/${change.post.post_id}/close`,
        body: { reason: values.reason.trim() },
        done: says.closed,
      }
  }
}
