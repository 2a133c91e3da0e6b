import type { SessionView, Verb } from '@eduduty/core/identity'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react'
import { minutesQuiet } from '../api/http.ts'
import { ErrorState } from '../shell/error-state.tsx'
import { Loading } from '../shell/loading.tsx'
import { sessionKey, sessionQuery } from './session-queries.ts'
import type { SignInReason } from './sign-in-reason.ts'
import { noteSignedIn, wasSignedIn } from './was-signed-in.ts'

/** A session with somebody in it. */
export interface Session extends SessionView {
  readonly person: NonNullable<SessionView['person']>
}

const SessionContext = createContext<Session | undefined>(undefined)

/** Shows its content to whoever is signed in; leads everybody else to the page that comes first. */
export function SessionProvider(props: { children: ReactNode }): ReactNode {
  const session = useQuery(sessionQuery())
  const isIdle = useEndWhenIdle(session.data?.idle_minutes, session.refetch)
  const comesFirst = usePageThatComesFirst(session.data, isIdle)
  if (session.error !== null) return <ErrorState error={session.error} retry={() => session.refetch()} />
  const { data } = session
  if (data?.person === undefined || comesFirst !== undefined) return <Loading />
  return <SessionContext.Provider value={{ ...data, person: data.person }}>{props.children}</SessionContext.Provider>
}

/** Nobody's data stay on a screen that was left: past the idle limit the server is asked, and the session has ended. */
function useEndWhenIdle(limit: number | undefined, ask: () => unknown): RefObject<boolean> {
  const isIdle = useRef(false)
  useEffect(() => {
    if (limit === undefined) return
    const timer = setInterval(() => {
      if (minutesQuiet() <= limit) return
      isIdle.current = true
      ask()
    }, 20_000)
    return () => clearInterval(timer)
  }, [limit, ask])
  return isIdle
}

/** Goes to the page where something must be done before any other, and names it. */
function usePageThatComesFirst(session: SessionView | undefined, isIdle: RefObject<boolean>): FirstPage | undefined {
  const { href, pathname } = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const page = session === undefined ? undefined : firstPage(session, pathname)
  useEffect(() => {
    if (session?.state === 'signed_in') noteSignedIn(true)
    // On its way there already: this frame stays until the page has come.
    if (page === pathname) return
    if (page === '/sign-in') {
      // What one person read is not kept for the next at the same screen.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
      const why: SignInReason | undefined = isIdle.current ? 'idle' : wasSignedIn() ? 'ended' : undefined
      const search = { next: pathname === '/' ? undefined : href, why }
      void navigate({ to: page, search, replace: true })
    } else if (page !== undefined) void navigate({ to: page, replace: true })
  }, [page, href, pathname, navigate, client, session, isIdle])
  return page
}

type FirstPage = '/set-up' | '/sign-in' | '/account'

function firstPage(session: SessionView, pathname: string): FirstPage | undefined {
  if (session.state === 'set_up') return '/set-up'
  if (session.state === 'signed_out') return '/sign-in'
  return session.must_first !== undefined && pathname !== '/account' ? '/account' : undefined
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('useSession outside of SessionProvider')
  return session
}

/** Whether to offer something; the server decides again when it is done. */
export function useMay(): (verb: Verb) => boolean {
  const { verbs } = useSession()
  return (verb) => verbs.includes(verb)
}
