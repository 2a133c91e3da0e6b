import type { MenuEntry, MenuGroup } from './menu-entry.ts'
import { menuGroups } from './menu-groups.ts'

function isOffered(entry: MenuEntry, verbs: readonly string[]): boolean {
  return entry.verbs.some((verb) => verbs.includes(verb)) && (entry.needs === undefined || verbs.includes(entry.needs))
}

/** What of the menu is for somebody who may do `verbs`; groups without an entry are left out. */
export function menuFor(verbs: readonly string[]): readonly MenuGroup[] {
  return menuGroups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => isOffered(entry, verbs)) }))
    .filter((group) => group.entries.length > 0)
}

/** So many pages stand in one list; more are put away in their groups. */
const FEW = 12

/** Whether the pages stand in groups that open and close. */
export function isNested(groups: readonly MenuGroup[]): boolean {
  return groups.reduce((sum, { entries }) => sum + entries.length, 0) > FEW
}

/** The entry whose page, or the page above it, is shown at a path: of `/duties/tasks/7` that of `/duties`. */
export function entryAt(groups: readonly MenuGroup[], path: string): MenuEntry | undefined {
  const isAt = ({ to }: MenuEntry): boolean => path === to || path.startsWith(`${to}/`)
  const found = groups.flatMap(({ entries }) => entries.filter(isAt))
  return found.toSorted((one, other) => other.to.length - one.to.length)[0]
}

/** The group of the page at a path. */
export function groupAt(groups: readonly MenuGroup[], path: string): MenuGroup | undefined {
  const entry = entryAt(groups, path)
  return entry && groups.find(({ entries }) => entries.includes(entry))
}

/** Everybody's first page: their desk; of the three administrators their workbench; else what they may see of the units. */
export function homeFor(verbs: readonly string[]): MenuEntry['to'] | undefined {
  const groupsInOrder = ['desk', 'administrators', 'organizations']
  const offered = menuFor(verbs)
  return groupsInOrder.flatMap((id) => offered.find((group) => group.id === id)?.entries ?? []).at(0)?.to
}

/** Pages whose name contains what was typed, or whose pinyin initials begin with it. */
export function findPages(verbs: readonly string[], text: string): readonly MenuEntry[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return menuFor(verbs)
    .flatMap((group) => group.entries)
    .filter((entry) => entry.label.includes(wanted) || entry.initials.startsWith(wanted))
}
