import type { SessionView } from '@eduduty/core/identity'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { useAfterSignIn } from './after-sign-in.ts'
import { signInMessages } from './messages.ts'

const says = signInMessages.signIn

/** The people of the demo county, each to be entered with one click. */
export function DemoIdentities(props: { identities: SessionView['demo']; next: string | undefined }): ReactNode {
  const goOn = useAfterSignIn(props.next)
  const { message } = App.useApp()
  const { mutate, isPending } = useMutation({
    mutationFn: (login_name: string) => sendJson('POST', '/identity/demo-sign-in', { login_name }),
    onSuccess: goOn,
    onError: (error) => void message.error(error.message),
  })
  return (
    <section className="entrance-box entrance-demo">
      <h2>{says.demoTitle}</h2>
      <p className="muted">{says.demoHint}</p>
      <ul>
        {props.identities.map((identity) => (
          <li key={identity.login_name}>
            <button
              type="button"
              disabled={isPending}
              title={says.enter(identity.name)}
              onClick={() => mutate(identity.login_name)}
            >
              <strong>{identity.roles.join('、') || identity.post}</strong>
              <span>{identity.name}</span>
              <span className="muted">{identity.post}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
