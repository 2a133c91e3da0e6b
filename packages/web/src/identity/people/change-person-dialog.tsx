import type { PersonDetail } from '@eduduty/core/identity'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { NumberFields } from './add-person-dialog.tsx'
import { FormDialog } from './form-dialog.tsx'
import { peopleMessages } from './messages.ts'
import { useChange } from './use-change.ts'

const says = peopleMessages.form

interface Values {
  readonly name: string
  readonly id_number?: string
  readonly phone?: string
}

/** Name and numbers; a number that is not typed anew stays as it is. */
export function ChangePersonDialog(props: { person: PersonDetail; path: string; close: () => void }): ReactNode {
  const change = useChange()
  const submit = ({ name, id_number = '', phone = '' }: Values) => {
    const body = { name, ...(id_number !== '' && { id_number }), ...(phone !== '' && { phone }) }
    const sent = { method: 'PUT', path: `/identity/people/${props.path}`, body, done: says.done } as const
    change.mutate(sent, { onSuccess: props.close })
  }
  return (
    <FormDialog<Values>
      title={says.changeTitle}
      okText={peopleMessages.save}
      busy={change.isPending}
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
