import { useEffect, useState, useSyncExternalStore } from 'react'
import type { QueueState } from './edit-queue.ts'
import type { EditQueue } from './run-edit-queue.ts'

/** Starts the queue of a form while its page is open, and draws the page anew when edits are sent, held or in conflict. */
export function useEditQueue(make: () => EditQueue): { readonly queue: EditQueue; readonly state: QueueState } {
  const [queue] = useState(make)
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  useEffect(() => {
    const stop = queue.start()
    const warn = (event: BeforeUnloadEvent) => {
      if (!queue.isKept()) event.preventDefault()
    }
    window.addEventListener('online', queue.resume)
    window.addEventListener('beforeunload', warn)
    return () => {
      stop()
      window.removeEventListener('online', queue.resume)
      window.removeEventListener('beforeunload', warn)
    }
  }, [queue])
  return { queue, state }
}
