import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useSession } from '../../platform/session/session-context.tsx'
import { useAccountChange } from './account-queries.ts'
import { signInMessages } from './messages.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

const says = signInMessages.account

interface Values {
  readonly current: string
  readonly next: string
}

export function ChangePasswordDialog({ close }: { close: () => void }): ReactNode {
  const { password_rule } = useSession()
  const { mutate, isPending } = useAccountChange(close)
  const submit = ({ current, next }: Values) =>
    mutate({ path: '/password', body: { current, next }, done: says.passwordChanged })
  return (
    <FormDialog<Values>
      title={says.changePassword}
      okText={says.changePassword}
      busy={isPending}
      submit={submit}
      close={close}
    >
      <PasswordField name="current" label={says.currentPassword} />
      <NewPasswordFields name="next" rule={password_rule} />
    </FormDialog>
  )
}

/** The password in use, asked for once more. */
export function PasswordField({ name, label }: { name: string; label: string }): ReactNode {
  const rules = [{ required: true, message: signInMessages.signIn.required.password }]
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
    </Form.Item>
  )
}
