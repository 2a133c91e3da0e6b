import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useSession } from '../session/session-context.tsx'
import { EmptyState } from './empty-state.tsx'
import { menuFor } from './menu.ts'

/** Everybody's first page: the first entry of their menu. */
export function HomePage(): ReactNode {
  const first = menuFor(useSession().verbs)[0]?.entries[0]?.to
  const navigate = useNavigate()
  useEffect(() => {
    if (first !== undefined) void navigate({ to: first, replace: true })
  }, [first, navigate])
  const says = platformMessages.noDuty
  return first === undefined ? <EmptyState title={says.title} advice={says.advice} /> : null
}
