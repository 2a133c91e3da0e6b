import type { PersonDetail } from '@eduduty/core/identity'
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { identityKey } from './identity-queries.ts'
import { peopleMessages } from './messages.ts'
import { splitKey, UnitPicker } from './pickers.tsx'

const says = peopleMessages.move

interface Values {
  readonly unit: string
  readonly reason: string
}

/** To another unit; posts in the old one end today. */
export function MovePersonDialog(props: { person: PersonDetail; path: string; close: () => void }): ReactNode {
  const move = useChange(identityKey)
  const submit = ({ unit, reason }: Values) => {
    const [county_code, unit_id] = splitKey(unit)
    const body = { county_code, unit_id, reason }
    move.mutate({ path: `/identity/people/${props.path}/move`, body, done: says.done }, { onSuccess: props.close })
  }
  return (
    <FormDialog<Values>
      title={says.title(props.person.name)}
      hint={says.hint}
      okText={says.action}
      busy={move.isPending}
      submit={submit}
      close={props.close}
    >
      <Form.Item name="unit" label={says.to} rules={[{ required: true, message: peopleMessages.form.unitRule }]}>
        <UnitPicker />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  )
}
