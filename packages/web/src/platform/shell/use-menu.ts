import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { assessmentQuery, runsQuery } from '../run/queries.ts'
import { useMay, useSession } from '../session/session-context.tsx'
import { menuFor } from './menu.ts'
import type { MenuEntry, MenuGroup } from './menu-entry.ts'

/** The menu of whoever is signed in, without the pages that would show nothing. */
export function useMenu(): readonly MenuGroup[] {
  const isOffered = useOffered()
  return menuFor(useSession().verbs)
    .map((group) => ({ ...group, entries: group.entries.filter(isOffered) }))
    .filter(({ entries }) => entries.length > 0)
}

/** A pack without dispersions, ratings or vetoes has no page for them; one county has none to be set beside. */
function useOffered(): (entry: MenuEntry) => boolean {
  const { run } = useSearch({ from: '__root__' })
  const may = useMay()
  const { data } = useQuery({ ...assessmentQuery(run ?? 'latest'), enabled: may('evaluation.read') })
  const runs = useQuery({ ...runsQuery(), enabled: may('evaluation.read') })
  const counties = new Set(runs.data?.map(({ county }) => county.code)).size
  return ({ to }) => {
    if (to === '/evaluation/counties') return counties > 1
    if (to === '/evaluation/effects') return (data?.effects.length ?? 0) > 0
    if (to === '/evaluation/dispersions') return (data?.dispersions.length ?? 0) > 0
    return to !== '/evaluation/ratings' || (data?.ratings?.length ?? 0) > 0
  }
}
