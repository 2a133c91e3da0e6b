import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useCurrentRun } from '../run/current-run.tsx'
import { NavIcon, type NavIconName } from './nav-icon.tsx'

const NARROW = 1440
const STORED = 'eduduty.sidebar'

interface Entry {
  readonly to:
    | '/evaluation'
    | '/evaluation/schools'
    | '/evaluation/dispersions'
    | '/evaluation/documents'
    | '/collection'
  readonly icon: NavIconName
  readonly label: string
}

/** Main navigation; folds to icons on narrow screens until the reader decides otherwise. */
export function Sidebar(): ReactNode {
  const { assessment } = useCurrentRun().index
  const [folded, setFolded] = useState(initiallyFolded)
  const says = platformMessages.shell
  const entries: Entry[] = [
    { to: '/evaluation', icon: 'overview', label: says.nav.overview },
    { to: '/evaluation/schools', icon: 'schools', label: says.nav.schools },
  ]
  if (assessment.dispersions.length > 0) {
    entries.push({ to: '/evaluation/dispersions', icon: 'dispersions', label: says.nav.dispersions })
  }
  entries.push({ to: '/collection', icon: 'data', label: says.nav.data })
  entries.push({ to: '/evaluation/documents', icon: 'documents', label: says.nav.documents })
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
      <ul>
        {entries.map((entry) => (
          <li key={entry.to}>
            <Link
              to={entry.to}
              title={folded ? entry.label : undefined}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ className: 'active', 'aria-current': 'page' }}
            >
              <NavIcon name={entry.icon} />
              <span>{entry.label}</span>
            </Link>
          </li>
        ))}
      </ul>
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

function initiallyFolded(): boolean {
  const stored = window.localStorage.getItem(STORED)
  return stored === null ? window.innerWidth < NARROW : stored === 'folded'
}
