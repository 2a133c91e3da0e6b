import type { OwnAccount } from '@eduduty/core/identity'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { getJson, sendJson } from '../../platform/api/http.ts'
import { sessionKey } from '../../platform/session/session-queries.ts'

const accountKey = ['identity', 'account'] as const

export const accountQuery = () =>
  queryOptions({
    queryKey: accountKey,
    staleTime: 0,
    queryFn: ({ signal }) => getJson<OwnAccount>('/identity/account', signal),
  })

interface AccountChange {
  readonly path: string
  readonly body?: object
  /** What to say when it is done. */
  readonly done: string
}

/** A change of one's own account; what must be done first is asked anew as well. */
export function useAccountChange(onDone?: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ path, body }: AccountChange) => sendJson('POST', `/identity/account${path}`, body),
    onSuccess: (_, { done }) => {
      void client.invalidateQueries({ queryKey: accountKey })
      void client.invalidateQueries({ queryKey: sessionKey })
      void message.success(done)
      onDone?.()
    },
    onError: (error) => void message.error(error.message, 8),
  })
}
