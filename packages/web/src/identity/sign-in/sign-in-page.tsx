import type { SessionView } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { sessionQuery } from '../../platform/session/session-queries.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { DemoIdentities } from './demo-identities.tsx'
import { signInMessages } from './messages.ts'
import { SignInForm } from './sign-in-form.tsx'
import type { SignInSearch } from './sign-in-search.ts'

const route = getRouteApi('/public/sign-in')

/** The way in: a name and a password, a second step where one is bound. */
export function SignInPage(): ReactNode {
  const session = useQuery({ ...sessionQuery(), staleTime: 0 })
  const { next, why } = route.useSearch()
  useEffect(() => {
    document.title = `${signInMessages.signIn.title} · ${platformMessages.product}`
  }, [])
  if (session.error !== null) return <ErrorState error={session.error} retry={() => session.refetch()} />
  if (session.data === undefined) return <Loading />
  if (session.data.state === 'set_up') return <Navigate to="/set-up" replace />
  if (session.data.state === 'signed_in') return <Navigate to={next ?? '/'} replace />
  return <Entrance demo={session.data.demo} next={next} why={why} />
}

interface EntranceProps extends SignInSearch {
  readonly demo: SessionView['demo']
}

function Entrance({ demo, next, why }: EntranceProps): ReactNode {
  return (
    <div className={demo.length > 0 ? 'entrance entrance-wide' : 'entrance'}>
      <SignInForm next={next} why={why} />
      {demo.length > 0 && <DemoIdentities identities={demo} next={next} />}
    </div>
  )
}
