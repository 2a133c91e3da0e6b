import { QueryCache, QueryClient } from '@tanstack/react-query'
import { sessionKey } from '../session/session-queries.ts'
import { ApiError } from './http.ts'

/** A run never changes once written, so what was read stays fresh; only broken connections are tried again. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // The session has ended meanwhile: asked again, it leads to the sign-in page and back here.
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) void client.invalidateQueries({ queryKey: sessionKey })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 1 && error instanceof ApiError && error.status === 0,
        networkMode: 'always',
      },
    },
  })
  return client
}
