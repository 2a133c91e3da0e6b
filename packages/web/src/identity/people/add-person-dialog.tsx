import { isPhone, parseIdNumber } from '@eduduty/core/identity'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { atFields } from '../../platform/form/at-fields.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { identityKey } from './identity-queries.ts'
import { peopleMessages } from './messages.ts'
import { splitKey, UnitPicker } from './pickers.tsx'

const says = peopleMessages.form

interface Values {
  readonly name: string
  readonly unit: string
  readonly id_number?: string
  readonly phone?: string
  readonly login_name?: string
}

/** Where a refusal stands. */
export const numberFields = {
  'identity.login_name_taken': 'login_name',
  'identity.id_number_taken': 'id_number',
  'identity.id_number_invalid': 'id_number',
  'identity.phone_invalid': 'phone',
}

export const loginRules = [{ pattern: /^[a-z0-9][a-z0-9._-]{1,39}$/, message: says.loginRule }]

/** A new person, with an account when a login name is given: both are kept, or neither. */
export function AddPersonDialog(props: { close: () => void; added: (key: string) => void }): ReactNode {
  const [form] = Form.useForm<Values>()
  const add = useChange<{ county_code: string; person_id: string }>(identityKey)
  const submit = ({ unit, login_name = '', ...rest }: Values) => {
    const [county_code, unit_id] = splitKey(unit)
    const body = { ...rest, county_code, unit_id, ...(login_name !== '' && { login_name }) }
    const sent = { path: '/identity/people', body, done: says.added(rest.name), at: atFields(form, numberFields) }
    add.mutate(sent, {
      onSuccess: (key) => {
        props.close()
        props.added(`${key.county_code}/${key.person_id}`)
      },
    })
  }
  return (
    <FormDialog<Values>
      title={says.addTitle}
      okText={peopleMessages.save}
      busy={add.isPending}
      form={form}
      submit={submit}
      close={props.close}
    >
      <Form.Item name="name" label={says.name} rules={[{ required: true, whitespace: true, message: says.nameRule }]}>
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="unit" label={peopleMessages.unit} rules={[{ required: true, message: says.unitRule }]}>
        <UnitPicker />
      </Form.Item>
      <NumberFields />
      <Form.Item name="login_name" label={says.login} extra={says.loginHint} rules={loginRules}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
    </FormDialog>
  )
}

/** Both numbers are looked at before they are sent, so that what is wrong with either is said at once. */
const idNumberRule = async (_: unknown, typed: string = '') => {
  if (typed.trim() !== '' && 'fault' in parseIdNumber(typed)) throw new Error(says.numberRule)
}
const phoneRule = async (_: unknown, typed: string = '') => {
  if (typed.trim() !== '' && !isPhone(typed)) throw new Error(says.phoneRule)
}

export function NumberFields(props: { hint?: string }): ReactNode {
  const extra = props.hint === undefined ? {} : { extra: props.hint }
  return (
    <>
      <Form.Item name="id_number" label={says.idNumber} {...extra} rules={[{ validator: idNumberRule }]}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="phone" label={says.phone} {...extra} rules={[{ validator: phoneRule }]}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
    </>
  )
}
