import { dayAfter, dayOf } from '@eduduty/core/calendar'
import type { Outcome } from '@eduduty/core/identity'
import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { atFields } from '../../platform/form/at-fields.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { identityKey } from '../people/identity-queries.ts'
import { PostPicker, splitKey, UnitPathPicker } from '../people/pickers.tsx'
import { PeriodFields } from '../people/tenure-dialogs.tsx'
import { outcomeWord } from './appointment-actions.tsx'
import { grantMessages } from './messages.ts'
import { roleOptions } from './role-options.ts'

const says = grantMessages.grants

interface Granting {
  readonly post: string
  readonly role: string
  readonly scope: string
  readonly since: string
  readonly until?: string
  readonly reason: string
}

/** A role for a post, within a part of the tree. */
export function GrantDialog({ close }: { close: () => void }): ReactNode {
  const [form] = Form.useForm<Granting>()
  const propose = useChange<Outcome>(identityKey)
  const submit = ({ post, role, scope, since, until = '', reason }: Granting) => {
    const [county_code, post_id] = splitKey(post)
    const body = {
      county_code,
      post_id,
      role,
      scope_path: scope,
      since,
      reason,
      ...(until !== '' && { until: dayAfter(until) }),
    }
    const at = atFields(form, {
      'identity.period_invalid': 'until',
      'identity.own_post': 'post',
      'identity.kept_apart': 'role',
      'identity.administrator_scope': 'scope',
    })
    propose.mutate({ path: '/identity/grants', body, done: outcomeWord, at }, { onSuccess: close })
  }
  return (
    <FormDialog<Granting>
      title={says.proposeTitle}
      okText={grantMessages.submit}
      busy={propose.isPending}
      form={form}
      initial={{ since: dayOf(new Date()) }}
      submit={submit}
      close={close}
    >
      <Form.Item name="post" label={grantMessages.post} rules={[{ required: true }]}>
        <PostPicker />
      </Form.Item>
      <Form.Item name="role" label={says.role} rules={[{ required: true }]}>
        <Select options={roleOptions} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="scope" label={says.scope} extra={says.scopeHint} rules={[{ required: true }]}>
        <UnitPathPicker />
      </Form.Item>
      <PeriodFields />
      <ReasonField label={grantMessages.reason} />
    </FormDialog>
  )
}
