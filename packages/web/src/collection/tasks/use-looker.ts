import { dayOf } from '@eduduty/core/calendar'
import { useMemo } from 'react'
import { useSession } from '../../platform/session/session-context.tsx'
import type { Looker } from './task-standing.ts'

/** Whoever is signed in, as the list of tasks needs to know them. */
export function useLooker(): Looker {
  const { person, verbs } = useSession()
  // A page may stay open over midnight.
  const today = dayOf(new Date())
  return useMemo(
    () => ({ verbs, units: [person.unit_name, ...person.posts.map((post) => post.unit_name)], today }),
    [person, verbs, today],
  )
}

/** Plans or reviews for others: the list shows units and townships too. */
export function seesMany({ verbs }: Looker): boolean {
  return !verbs.includes('collection.fill') || verbs.includes('collection.review_first')
}
