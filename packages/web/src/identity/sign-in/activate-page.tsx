import type { Activation } from '@eduduty/core/identity'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { platformMessages } from '../../platform/messages/messages.ts'
import { sessionQuery } from '../../platform/session/session-queries.ts'
import { signInMessages } from './messages.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

const says = signInMessages.activate

/** Sets one's own password with a one-time code, for the first time or after forgetting it. */
export function ActivatePage(): ReactNode {
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (values: Activation) => sendJson('POST', '/identity/activation', values),
  })
  useEffect(() => {
    document.title = `${says.title} · ${platformMessages.product}`
  }, [])
  return (
    <div className="entrance entrance-activate">
      <section className="entrance-box">
        <h1>{isSuccess ? says.doneTitle : says.title}</h1>
        <p className="muted entrance-purpose">{isSuccess ? says.doneAdvice : says.purpose}</p>
        {error !== null && <Alert type="error" title={error.message} role="alert" className="entrance-alert" />}
        {isSuccess ? <Link to="/sign-in">{says.toSignIn}</Link> : <ActivationForm submit={mutate} busy={isPending} />}
        {!isSuccess && (
          <p className="entrance-links">
            <Link to="/sign-in">{says.back}</Link>
          </p>
        )}
      </section>
    </div>
  )
}

function ActivationForm({ submit, busy }: { submit: (values: Activation) => void; busy: boolean }): ReactNode {
  const session = useQuery(sessionQuery())
  return (
    <Form<Activation & { repeat: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ repeat: _, ...values }) => submit(values)}
    >
      <Form.Item
        name="login_name"
        label={signInMessages.signIn.loginName}
        rules={[{ required: true, whitespace: true, message: signInMessages.signIn.required.loginName }]}
      >
        <Input autoFocus autoComplete="username" autoCapitalize="off" spellCheck={false} maxLength={80} />
      </Form.Item>
      <Form.Item
        name="code"
        label={says.code}
        extra={says.codeHint}
        rules={[{ required: true, whitespace: true, message: says.required }]}
      >
        <Input className="code-input" autoComplete="off" spellCheck={false} maxLength={80} />
      </Form.Item>
      <NewPasswordFields name="password" rule={session.data?.password_rule ?? ''} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {says.submit}
      </Button>
    </Form>
  )
}
