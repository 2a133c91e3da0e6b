import type { SignIn } from '@eduduty/core/identity'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { ApiError, sendJson } from '../../platform/api/http.ts'
import { useAfterSignIn } from './after-sign-in.ts'
import { CodeInput } from './code-input.tsx'
import { signInMessages } from './messages.ts'
import type { SignInSearch } from './sign-in-search.ts'

const says = signInMessages.signIn

/** Name and password; when the account has a second step, its digits are asked for next. */
export function SignInForm({ next, why }: SignInSearch): ReactNode {
  const [asksTotp, askTotp] = useState(false)
  const goOn = useAfterSignIn(next)
  const [form] = Form.useForm<SignIn>()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (values: SignIn) => sendJson('POST', '/identity/sign-in', values),
    onSuccess: goOn,
    onError: (refusal) => {
      if (codeOf(refusal) === 'identity.totp_needed') return askTotp(true)
      form.resetFields([asksTotp ? 'totp' : 'password'])
    },
  })
  const again = () => {
    askTotp(false)
    form.resetFields()
  }
  return (
    <section className="entrance-box">
      <h1>{says.title}</h1>
      {why !== undefined && error === null && (
        <Alert type="info" title={says.why[why]} role="status" className="entrance-alert" />
      )}
      {error !== null && codeOf(error) !== 'identity.totp_needed' && (
        <Alert type="error" title={error.message} role="alert" className="entrance-alert" />
      )}
      <Form<SignIn> form={form} layout="vertical" requiredMark={false} onFinish={(values) => mutate(values)}>
        <PasswordFields hidden={asksTotp} />
        {asksTotp && (
          <Form.Item
            name="totp"
            label={says.totp}
            extra={says.totpHint}
            rules={[{ pattern: /^\d{6}$/, required: true, message: says.required.totp }]}
          >
            <CodeInput />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={isPending}>
          {says.submit}
        </Button>
      </Form>
      <p className="entrance-links">
        {asksTotp ? (
          <button type="button" className="link" onClick={again}>
            {says.otherAccount}
          </button>
        ) : (
          <Link to="/activate">{says.activate}</Link>
        )}
        <Link to="/browser-check">{says.browserCheck}</Link>
      </p>
    </section>
  )
}

function PasswordFields({ hidden }: { hidden: boolean }): ReactNode {
  return (
    <>
      <Form.Item
        name="login_name"
        label={says.loginName}
        hidden={hidden}
        rules={[{ required: true, whitespace: true, message: says.required.loginName }]}
      >
        <Input autoFocus autoComplete="username" autoCapitalize="off" spellCheck={false} maxLength={80} />
      </Form.Item>
      <Form.Item
        name="password"
        label={says.password}
        hidden={hidden}
        rules={[{ required: true, message: says.required.password }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </>
  )
}

function codeOf(error: Error): string {
  return error instanceof ApiError ? error.code : ''
}
