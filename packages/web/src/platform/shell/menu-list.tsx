import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { isNested } from './menu.ts'
import type { MenuEntry, MenuGroup } from './menu-entry.ts'
import { NavIcon } from './nav-icon.tsx'
import { useOpenGroups } from './use-open-groups.ts'
import './menu.css'

interface MenuListProps {
  readonly groups: readonly MenuGroup[]
  /** Words below their pictures. */
  readonly folded: boolean
}

/**
 * The pages by group. Where there are many, each group opens and closes by a button that the keyboard reaches, like the links in
 * it; a group of one page is that page.
 */
export function MenuList({ groups, folded }: MenuListProps): ReactNode {
  const { isOpen, toggle } = useOpenGroups(groups)
  const nested = isNested(groups)
  return (
    <div className={nested ? 'sidebar-groups sidebar-nested' : 'sidebar-groups'} ref={useActiveInSight()}>
      {groups.map((group) =>
        nested && group.entries.length > 1 ? (
          <Nested key={group.id} {...{ group, folded }} isOpen={isOpen(group.id)} toggle={() => toggle(group.id)} />
        ) : (
          <section key={group.id} aria-label={group.title}>
            {!folded && !nested && groups.length > 1 && <h2>{group.title}</h2>}
            <Entries group={group} folded={folded} />
          </section>
        ),
      )}
    </div>
  )
}

interface NestedProps {
  readonly group: MenuGroup
  readonly folded: boolean
  readonly isOpen: boolean
  readonly toggle: () => void
}

function Nested({ group, folded, isOpen, toggle }: NestedProps): ReactNode {
  const id = useId()
  const [first] = group.entries
  return (
    <section aria-label={group.title}>
      <button type="button" className="menu-group" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        {first !== undefined && <NavIcon name={first.icon} />}
        <span>{group.title}</span>
        <NavIcon name={isOpen ? 'less' : 'more'} />
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Entries group={group} folded={folded} />}
      </div>
    </section>
  )
}

function Entries({ group, folded }: Pick<NestedProps, 'group' | 'folded'>): ReactNode {
  return (
    <ul>
      {group.entries.map((entry) => (
        <li key={entry.to}>
          <EntryLink entry={entry} folded={folded} />
        </li>
      ))}
    </ul>
  )
}

function EntryLink({ entry, folded }: { readonly entry: MenuEntry; readonly folded: boolean }): ReactNode {
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

/** A long menu shows where one is. */
function useActiveInSight() {
  const list = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    links.find((link) => link.pathname === pathname)?.scrollIntoView({ block: 'nearest' })
  }, [pathname])
  return list
}
