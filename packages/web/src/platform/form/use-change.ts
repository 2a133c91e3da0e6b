import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { askJson, sendJson } from '../api/http.ts'

interface Change<T> {
  readonly method?: 'POST' | 'PUT'
  readonly path: string
  /** Left out where the deed itself says everything. */
  readonly body?: object
  /** Nothing is changed yet: no list is read anew. */
  readonly preview?: true
  /** Says that it is done only when the lists show it. */
  readonly shown?: true
  /** What to say when it is done; nothing when the answer itself is shown. */
  readonly done?: string | ((answer: T) => string)
  /** Shows a refusal at the field it is about; false when it is about none. */
  readonly at?: (refusal: Error) => boolean
}

/** Sends a change; says how it came out, and has the lists below `stale` read anew. Refused, it throws after saying why. */
export function useChange<T>(stale: QueryKey) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ method = 'POST', path, body, preview }: Change<T>) =>
      preview === true && method === 'POST' ? askJson<T>(path, body) : sendJson<T>(method, path, body),
    onSuccess: async (answer, { done, preview, shown }) => {
      const reread = preview === true ? undefined : client.invalidateQueries({ queryKey: stale })
      if (shown === true) await reread
      if (done !== undefined) void message.success(typeof done === 'string' ? done : done(answer))
    },
    onError: (error, { at, preview }) => {
      // What the refusal is about may not be on the page yet: somebody else's step, or what a last check found.
      if (preview !== true) void client.invalidateQueries({ queryKey: stale })
      if (at?.(error) !== true) void message.error(error.message, 8)
    },
  })
}
