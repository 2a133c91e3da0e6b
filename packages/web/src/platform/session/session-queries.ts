import type { SessionView } from '@eduduty/core/identity'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { getJson, keepCsrfToken, sendJson } from '../api/http.ts'

export const sessionKey = ['session'] as const

/** Who is signed in. Asked anew whenever the server answers that nobody is. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: sessionKey,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const session = await getJson<SessionView>('/identity/session', signal)
      keepCsrfToken(session.csrf)
      return session
    },
  })

/** Ends the session; everything that was read under it is forgotten. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await sendJson('POST', '/identity/sign-out')
    client.clear()
    window.location.assign('/sign-in')
  }
}
