import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from './form-dialog.tsx'
import { peopleMessages } from './messages.ts'
import { splitKey, UnitPicker } from './pickers.tsx'
import { useChange } from './use-change.ts'

const says = peopleMessages.form

interface Values {
  readonly name: string
  readonly unit: string
  readonly id_number?: string
  readonly phone?: string
  readonly login_name?: string
}

export const loginRules = [{ pattern: /^[a-z0-9][a-z0-9._-]{1,39}$/, message: says.loginRule }]

/** A new person, with an account when a login name is given. */
export function AddPersonDialog(props: { close: () => void; added: (key: string) => void }): ReactNode {
  const person = useChange<{ county_code: string; person_id: string }>()
  const account = useChange()
  const submit = async ({ unit, login_name = '', ...rest }: Values) => {
    const [county_code, unit_id] = splitKey(unit)
    const body = { ...rest, county_code, unit_id }
    const done = says.added(rest.name)
    const key = await person.mutateAsync({ path: '/identity/people', body, done }).catch(() => undefined)
    if (key === undefined) return
    const at = `${key.county_code}/${key.person_id}`
    if (login_name !== '')
      await account.mutateAsync({ path: `/identity/people/${at}/account`, body: { login_name } }).catch(() => undefined)
    props.close()
    props.added(at)
  }
  return (
    <FormDialog<Values>
      title={says.addTitle}
      okText={peopleMessages.save}
      busy={person.isPending || account.isPending}
      submit={(values) => void submit(values)}
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

export function NumberFields(props: { hint?: string }): ReactNode {
  const extra = props.hint === undefined ? {} : { extra: props.hint }
  return (
    <>
      <Form.Item name="id_number" label={says.idNumber} {...extra}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="phone" label={says.phone} {...extra}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
    </>
  )
}
