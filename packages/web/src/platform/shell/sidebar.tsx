import { type ReactNode, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { MenuList } from './menu-list.tsx'
import { NavIcon } from './nav-icon.tsx'
import { useMenu } from './use-menu.ts'

const NARROW = 1440
const STORED = 'eduduty.sidebar'

/** Main navigation by what one may do; folds to icons on narrow screens until the reader decides otherwise. */
export function Sidebar(): ReactNode {
  const groups = useMenu()
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
      <MenuList groups={groups} folded={folded} />
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
