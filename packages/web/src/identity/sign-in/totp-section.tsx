import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useAccountChange } from './account-queries.ts'
import { BindTotpDialog } from './bind-totp-dialog.tsx'
import { PasswordField } from './change-password-dialog.tsx'
import { signInMessages } from './messages.ts'

const says = signInMessages.account

/** The second step: bound or not, and the way there and back. */
export function TotpSection({ bound }: { bound: boolean }): ReactNode {
  const [open, setOpen] = useState<'bind' | 'unbind'>()
  const close = () => setOpen(undefined)
  return (
    <section>
      <header>
        <h2>{says.totp}</h2>
        <span>
          {bound && <Button onClick={() => setOpen('unbind')}>{says.unbind}</Button>}{' '}
          <Button onClick={() => setOpen('bind')}>{bound ? says.rebind : says.bind}</Button>
        </span>
      </header>
      <p>{bound ? says.totpOn : says.totpOff}</p>
      {open === 'bind' && <BindTotpDialog close={close} />}
      {open === 'unbind' && <UnbindDialog close={close} />}
    </section>
  )
}

function UnbindDialog({ close }: { close: () => void }): ReactNode {
  const { mutate, isPending } = useAccountChange(close)
  return (
    <FormDialog<{ password: string }>
      title={says.unbindTitle}
      hint={says.unbindHint}
      okText={says.unbind}
      danger
      busy={isPending}
      submit={(values) => mutate({ path: '/totp/remove', body: values, done: says.unbound })}
      close={close}
    >
      <PasswordField name="password" label={says.currentPassword} />
    </FormDialog>
  )
}
