import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { rememberSession } from '../../platform/session/remembered-session.ts'
import { useSession } from '../../platform/session/session-context.tsx'
import { sessionKey } from '../../platform/session/session-queries.ts'
import { careKey } from '../care/care-queries.ts'
import { casesKey } from '../cases/case-queries.ts'
import { keepShell } from './keep-shell.ts'
import { forgetOldPictures } from './kept-pictures.ts'
import { KEPT_MS } from './kept-visits.ts'
import { sendVisit } from './send-visit.ts'
import { createVisitQueue, type QueueView, type VisitQueue } from './visit-queue.ts'

/** The records of whoever is signed in: sent while the page is open and the network is there. */
export function useVisitQueue(): { readonly queue: VisitQueue; readonly view: QueueView } {
  const session = useSession()
  const { person } = session
  const client = useQueryClient()
  const [queue] = useState(() => createVisitQueue({ person: person.id, storage: window.localStorage, send: sendVisit }))
  const view = useSyncExternalStore(queue.subscribe, queue.view)
  const sent = view.sent.length
  useEffect(() => {
    forgetOldPictures(window.localStorage, new Date(), KEPT_MS)
    const stop = queue.start()
    window.addEventListener('online', queue.resume)
    return () => {
      stop()
      window.removeEventListener('online', queue.resume)
    }
  }, [queue])
  useEffect(() => {
    if (session.csrf === undefined) return
    rememberSession(session, new Date())
    // Where the browser does not keep it, the page says so itself.
    void keepShell().catch(() => undefined)
  }, [session])
  useEffect(() => {
    // The server is asked who is signed in before anything is sent; then the children are listed anew.
    const askAgain = () => {
      void client.invalidateQueries({ queryKey: sessionKey })
      void client.invalidateQueries({ queryKey: casesKey })
      void client.invalidateQueries({ queryKey: careKey })
    }
    window.addEventListener('online', askAgain)
    return () => window.removeEventListener('online', askAgain)
  }, [client])
  useEffect(() => {
    if (sent === 0) return
    void client.invalidateQueries({ queryKey: casesKey })
    void client.invalidateQueries({ queryKey: careKey })
  }, [client, sent])
  useEffect(() => {
    // Away may mean that the session has ended: asked again, it leads to the sign-in page and back here.
    if (view.isAway) void client.invalidateQueries({ queryKey: sessionKey })
  }, [client, view.isAway])
  return { queue, view }
}
