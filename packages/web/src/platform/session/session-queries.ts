import type { SessionView } from '@eduduty/core/identity'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { ApiError, getJson, keepCsrfToken, sendJson } from '../api/http.ts'
import { forgetSession, rememberedSession } from './remembered-session.ts'
import { noteSignedIn } from './was-signed-in.ts'

export const sessionKey = ['session'] as const

/** Who is signed in. Asked anew whenever the server answers that nobody is. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: sessionKey,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const session = await readSession(signal).catch(sessionWithoutNetwork)
      keepCsrfToken(session.csrf)
      if (session.person === undefined) forgetSession()
      return session
    },
  })

const readSession = (signal: AbortSignal): Promise<SessionView> => getJson<SessionView>('/identity/session', signal)

/** Without network, who was signed in last, on the one page that may be opened so; else the problem itself. */
function sessionWithoutNetwork(problem: unknown): SessionView {
  const isAway = problem instanceof ApiError && problem.status === 0
  const remembered = isAway ? rememberedSession(new Date()) : undefined
  if (remembered === undefined) throw problem
  return remembered
}

/** Ends the session; everything that was read under it is forgotten. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await sendJson('POST', '/identity/sign-out')
    client.clear()
    forgetSession()
    noteSignedIn(false)
    window.location.assign('/sign-in')
  }
}
