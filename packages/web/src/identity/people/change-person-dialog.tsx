import type { PersonDetail } from '@eduduty/core/identity'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { atFields } from '../../platform/form/at-fields.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { NumberFields, numberFields } from './add-person-dialog.tsx'
import { identityKey } from './identity-queries.ts'
import { peopleMessages } from './messages.ts'

const says = peopleMessages.form

interface Values {
  readonly name: string
  readonly id_number?: string
  readonly phone?: string
}

/** Name and numbers; a number that is not typed anew stays as it is. */
export function ChangePersonDialog(props: { person: PersonDetail; path: string; close: () => void }): ReactNode {
  const [form] = Form.useForm<Values>()
  const change = useChange(identityKey)
  const submit = ({ name, id_number = '', phone = '' }: Values) => {
    const body = { name, ...(id_number !== '' && { id_number }), ...(phone !== '' && { phone }) }
    const path = `/identity/people/${props.path}`
    const sent = { method: 'PUT', path, body, done: says.done, at: atFields(form, numberFields) } as const
    change.mutate(sent, { onSuccess: props.close })
  }
  return (
    <FormDialog<Values>
      title={says.changeTitle}
      okText={peopleMessages.save}
      busy={change.isPending}
      form={form}
      initial={{ name: props.person.name }}
      submit={submit}
      close={props.close}
    >
      <Form.Item name="name" label={says.name} rules={[{ required: true, whitespace: true, message: says.nameRule }]}>
        <Input maxLength={60} />
      </Form.Item>
      <NumberFields hint={says.keep} />
    </FormDialog>
  )
}
