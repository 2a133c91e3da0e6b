import type { SessionView } from '@eduduty/core/identity'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { type ReactNode, useCallback, useEffect } from 'react'
import { getJson, keepCsrfToken } from '../../platform/api/http.ts'
import { useSession } from '../../platform/session/session-context.tsx'
import { sessionKey } from '../../platform/session/session-queries.ts'
import { useReturnFocus } from '../../platform/shell/use-return-focus.ts'
import { fillMessages } from './messages.ts'

const says = fillMessages.session

interface SignInAgainProps {
  readonly count: number
  readonly resume: () => void
  readonly close: () => void
}

/** The session ended while typing: signs in beside this page, comes back, and saving goes on. */
export function SignInAgain({ count, resume, close }: SignInAgainProps): ReactNode {
  useReturnFocus()
  const { message } = App.useApp()
  const goOn = useGoOn(resume)
  useEffect(() => {
    const listen = () => void goOn()
    window.addEventListener('focus', listen)
    return () => window.removeEventListener('focus', listen)
  }, [goOn])
  const ask = async () => {
    if (!(await goOn())) void message.info(says.notYet)
  }
  return (
    <Modal
      open
      title={says.title}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="later" onClick={close}>
          {says.later}
        </Button>,
        <Button key="go" onClick={() => void ask()}>
          {says.go}
        </Button>,
        <Button key="open" type="primary" href="/sign-in" target="_blank">
          {says.open}
        </Button>,
      ]}
    >
      <p>{says.hint(count)}</p>
    </Modal>
  )
}

/** Asks whether somebody is signed in again; the same person goes on saving, another one begins anew. */
function useGoOn(resume: () => void): () => Promise<boolean> {
  const { person } = useSession()
  const client = useQueryClient()
  return useCallback(async () => {
    const session = await getJson<SessionView>('/identity/session').catch(() => undefined)
    if (session?.person === undefined) return false
    if (session.person.id !== person.id) {
      window.alert(says.other)
      window.location.reload()
      return true
    }
    keepCsrfToken(session.csrf)
    client.setQueryData(sessionKey, session)
    resume()
    return true
  }, [client, person.id, resume])
}
