import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { sessionQuery } from '../../platform/session/session-queries.ts'

/** Goes on to where somebody wanted to go before they had to sign in. */
export function useAfterSignIn(next: string | undefined): () => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  return async () => {
    // Nothing that was read under another name stays.
    client.clear()
    await client.fetchQuery(sessionQuery())
    router.history.push(isOwnPage(next) ? next : '/')
  }
}

function isOwnPage(next: string | undefined): next is string {
  return next !== undefined && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in')
}
