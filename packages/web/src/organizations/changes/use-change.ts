import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { sendJson } from '../../platform/api/http.ts'
import { organizationsKey } from '../organizations-queries.ts'

interface Change {
  /** Below /organizations. */
  readonly path: string
  readonly body: object
  /** What to say when it is done; nothing for a preview. */
  readonly done?: string
}

/** Sends a change; refused, it says why. What was done is read anew everywhere. */
export function useChange<T>() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ path, body }: Change) => sendJson<T>('POST', `/organizations${path}`, body),
    onSuccess: (_, { done }) => {
      if (done === undefined) return
      void message.success(done)
      void client.invalidateQueries({ queryKey: organizationsKey })
    },
    onError: (error) => void message.error(error.message, 8),
  })
}
