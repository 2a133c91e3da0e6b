import type { TotpDraft } from '@eduduty/core/identity'
import { useMutation } from '@tanstack/react-query'
import { App, Form } from 'antd'
import type { ReactNode } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useAccountChange } from './account-queries.ts'
import { PasswordField } from './change-password-dialog.tsx'
import { CodeInput } from './code-input.tsx'
import { signInMessages } from './messages.ts'
import { QrCode } from './qr-code.tsx'

const says = signInMessages.account

/** First the password, then the code that shows that the app has the seed. */
export function BindTotpDialog({ close }: { close: () => void }): ReactNode {
  const { message } = App.useApp()
  const { mutate, isPending, data } = useMutation({
    mutationFn: (values: { password: string }) => sendJson<TotpDraft>('POST', '/identity/account/totp', values),
    onError: (error) => void message.error(error.message, 8),
  })
  if (data !== undefined) return <ConfirmDialog draft={data} close={close} />
  return (
    <FormDialog<{ password: string }>
      title={says.bind}
      okText={says.next}
      busy={isPending}
      submit={mutate}
      close={close}
    >
      <PasswordField name="password" label={says.currentPassword} />
    </FormDialog>
  )
}

function ConfirmDialog({ draft, close }: { draft: TotpDraft; close: () => void }): ReactNode {
  const { mutate, isPending } = useAccountChange(close)
  const submit = ({ code }: { code: string }) =>
    mutate({ path: '/totp/confirm', body: { draft: draft.draft, code }, done: says.bound })
  return (
    <FormDialog<{ code: string }>
      title={says.bind}
      hint={says.scan}
      okText={says.confirm}
      busy={isPending}
      submit={submit}
      close={close}
    >
      <div className="totp-seed">
        <QrCode text={draft.address} label={says.qrCode} />
        <p>
          <span className="muted">{says.seed}</span>
          <br />
          <code>{draft.seed.replace(/(.{4})/g, '$1 ')}</code>
        </p>
      </div>
      <Form.Item name="code" label={says.code} rules={[{ required: true, pattern: /^\d{6}$/, message: says.codeRule }]}>
        <CodeInput />
      </Form.Item>
    </FormDialog>
  )
}
