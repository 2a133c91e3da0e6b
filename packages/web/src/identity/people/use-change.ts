import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { sendJson } from '../../platform/api/http.ts'
import { identityKey } from './identity-queries.ts'

interface Change<T> {
  readonly method?: 'POST' | 'PUT'
  readonly path: string
  readonly body: object
  /** What to say when it is done; nothing when the answer itself is shown. */
  readonly done?: string | ((answer: T) => string)
}

/** Sends a change; says how it came out, and has every list read anew. Refused, it throws after saying why. */
export function useChange<T>() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ method = 'POST', path, body }: Change<T>) => sendJson<T>(method, path, body),
    onSuccess: (answer, { done }) => {
      void client.invalidateQueries({ queryKey: identityKey })
      if (done !== undefined) void message.success(typeof done === 'string' ? done : done(answer))
    },
    onError: (error) => void message.error(error.message, 8),
  })
}
