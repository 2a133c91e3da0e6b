import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { groupAt } from './menu.ts'
import type { MenuGroup } from './menu-entry.ts'

const STORED = 'eduduty.menu'

/** Groups of the menu that stand open: those that the reader left open on this computer, and that of the page as one comes to it. */
export function useOpenGroups(groups: readonly MenuGroup[]) {
  const current = groupAt(groups, useLocation().pathname)?.id
  const [open, setOpen] = useState<ReadonlySet<string>>(stored)
  // The group of the page opens when one comes to it; whoever closes it there finds it closed.
  const [at, setAt] = useState<string>()
  if (current !== at) {
    setAt(current)
    if (current !== undefined) setOpen(new Set([...open, current]))
  }
  const toggle = (id: string): void => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    window.localStorage.setItem(STORED, [...next].join(' '))
    setOpen(next)
  }
  return { isOpen: (id: string): boolean => open.has(id), toggle }
}

const stored = (): ReadonlySet<string> => new Set((window.localStorage.getItem(STORED) ?? '').split(' '))
