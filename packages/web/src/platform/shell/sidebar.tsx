import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { assessmentQuery, runsQuery } from '../run/queries.ts'
import { useMay, useSession } from '../session/session-context.tsx'
import { menuFor } from './menu.ts'
import type { MenuEntry } from './menu-entry.ts'
import { NavIcon } from './nav-icon.tsx'

const NARROW = 1440
const STORED = 'eduduty.sidebar'

/** Main navigation by what one may do; folds to icons on narrow screens until the reader decides otherwise. */
export function Sidebar(): ReactNode {
  const groups = menuFor(useSession().verbs)
  const isOffered = useOffered()
  const [folded, setFolded] = useState(initiallyFolded)
  const says = platformMessages.shell
  const fold = () => {
    window.localStorage.setItem(STORED, folded ? 'open' : 'folded')
    setFolded(!folded)
  }
  return (
    <nav className={folded ? 'sidebar sidebar-folded' : 'sidebar'} aria-label={says.navigation}>
      <div className="brand" aria-hidden="true">
        <img src="/favicon.svg" alt="" width="26" height="26" />
        {!folded && platformMessages.product}
      </div>
      <div className="sidebar-groups" ref={useActiveInSight()}>
        {groups.map((group) => (
          <section key={group.id} aria-label={group.title}>
            {!folded && groups.length > 1 && <h2>{group.title}</h2>}
            <ul>
              {group.entries.filter(isOffered).map((entry) => (
                <li key={entry.to}>
                  <EntryLink entry={entry} folded={folded} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <button
        type="button"
        className="fold"
        aria-expanded={!folded}
        onClick={fold}
        title={folded ? says.expand : says.collapse}
      >
        <NavIcon name={folded ? 'unfold' : 'fold'} />
        {!folded && <span>{says.collapse}</span>}
      </button>
    </nav>
  )
}

/** A long menu shows where one is. */
function useActiveInSight() {
  const groups = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const links = [...(groups.current?.querySelectorAll('a') ?? [])]
    links.find((link) => link.pathname === pathname)?.scrollIntoView({ block: 'nearest' })
  }, [pathname])
  return groups
}

function EntryLink(props: { entry: MenuEntry; folded: boolean }): ReactNode {
  const { entry, folded } = props
  return (
    <Link
      to={entry.to}
      title={folded ? entry.label : undefined}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ className: 'active', 'aria-current': 'page' }}
    >
      <NavIcon name={entry.icon} />
      <span>{entry.label}</span>
    </Link>
  )
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

function initiallyFolded(): boolean {
  const stored = window.localStorage.getItem(STORED)
  return stored === null ? window.innerWidth < NARROW : stored === 'folded'
}
