import type { SetUp, SetUpDone } from '@eduduty/core/identity'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { platformMessages } from '../../platform/messages/messages.ts'
import { sessionKey, sessionQuery } from '../../platform/session/session-queries.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { signInMessages } from './messages.ts'
import { SetUpForm } from './set-up-form.tsx'
import { SetUpResult } from './set-up-result.tsx'

const says = signInMessages.setUp

/** The first content of an empty installation, by whoever can read the server's screen. */
export function SetUpPage(): ReactNode {
  const client = useQueryClient()
  const session = useQuery(sessionQuery())
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (values: SetUp) => sendJson<SetUpDone>('POST', '/identity/set-up', values),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  })
  useEffect(() => {
    document.title = `${says.title} · ${platformMessages.product}`
  }, [])
  if (data !== undefined) return <SetUpResult done={data} />
  if (session.error !== null) return <ErrorState error={session.error} retry={() => session.refetch()} />
  if (session.data === undefined) return <Loading />
  if (session.data.state !== 'set_up') {
    const action = <Link to="/sign-in">{signInMessages.activate.toSignIn}</Link>
    return <EmptyState title={says.closed} advice={says.closedAdvice} action={action} />
  }
  return (
    <div className="entrance entrance-form">
      <section className="entrance-box">
        <h1>{says.title}</h1>
        <p className="muted entrance-purpose">{says.purpose}</p>
        <SetUpForm submit={mutate} busy={isPending} error={error} />
      </section>
    </div>
  )
}
