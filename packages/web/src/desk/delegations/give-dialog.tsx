import type { DelegationList, NewDelegation } from '@eduduty/core/identity'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { atFields } from '../../platform/form/at-fields.ts'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { delegationMessages } from '../inbox-messages.ts'
import { delegationsKey } from '../inbox-queries.ts'

const says = delegationMessages.fields

/** Asks a colleague to do one's work: who, from when to when, why. */
export function GiveDialog({ list, close }: { list: DelegationList; close: () => void }): ReactNode {
  const [form] = Form.useForm<NewDelegation>()
  const give = useChange<null>(delegationsKey)
  const at = atFields(form, {
    'identity.delegation_days': 'last',
    'identity.delegation_twice': 'since',
    'identity.delegation_empty': 'delegate',
    'identity.delegate_unknown': 'delegate',
  })
  return (
    <FormDialog<NewDelegation>
      title={delegationMessages.give}
      okText={delegationMessages.give}
      hint={says.hint}
      form={form}
      busy={give.isPending}
      initial={{ since: list.today, last: list.today }}
      submit={(body) =>
        give.mutate({ path: '/identity/delegations', body, done: delegationMessages.made, at }, { onSuccess: close })
      }
      close={close}
    >
      <Form.Item name="delegate" label={says.delegate} rules={[{ required: true, message: says.delegateRule }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={list.colleagues.map(({ person, name, posts }) => ({
            value: person,
            label: delegationMessages.named(name, posts.join('、')),
          }))}
        />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="since" label={says.since} rules={[{ required: true, message: says.dayRule }]}>
          <DateField min={list.today} />
        </Form.Item>
        <Form.Item name="last" label={says.last} rules={[{ required: true, message: says.dayRule }]}>
          <DateField min={list.today} />
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={says.reason}
        rules={[{ required: true, whitespace: true, message: says.reasonRule }]}
      >
        <Input maxLength={200} placeholder={says.reasonHint} />
      </Form.Item>
    </FormDialog>
  )
}
