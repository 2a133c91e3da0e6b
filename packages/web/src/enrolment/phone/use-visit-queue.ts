import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../platform/session/session-context.tsx'
import { sessionKey } from '../../platform/session/session-queries.ts'
import { casesKey } from '../cases/case-queries.ts'
import { sendVisit } from './send-visit.ts'
import { createVisitQueue, type QueueView, type VisitQueue } from './visit-queue.ts'

/** The records of whoever is signed in: sent while the page is open and the network is there. */
export function useVisitQueue(): { readonly queue: VisitQueue; readonly view: QueueView } {
  const { person } = useSession()
  const client = useQueryClient()
  const [queue] = useState(() => createVisitQueue({ person: person.id, storage: window.localStorage, send: sendVisit }))
  const view = useSyncExternalStore(queue.subscribe, queue.view)
  const sent = view.sent.length
  useEffect(() => {
    const stop = queue.start()
    window.addEventListener('online', queue.resume)
    return () => {
      stop()
      window.removeEventListener('online', queue.resume)
    }
  }, [queue])
  useEffect(() => {
    if (sent > 0) void client.invalidateQueries({ queryKey: casesKey })
  }, [client, sent])
  useEffect(() => {
    // Away may mean that the session has ended: asked again, it leads to the sign-in page and back here.
    if (view.isAway) void client.invalidateQueries({ queryKey: sessionKey })
  }, [client, view.isAway])
  return { queue, view }
}
