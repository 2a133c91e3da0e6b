import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './http.ts'

/** A run never changes once written, so what was read stays fresh; only broken connections are tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 1 && error instanceof ApiError && error.status === 0,
        networkMode: 'always',
      },
    },
  })
}
