import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useSession } from '../session/session-context.tsx'
import { EmptyState } from './empty-state.tsx'
import { homeFor } from './menu.ts'

/** Leads everybody to their first page. */
export function HomePage(): ReactNode {
  const first = homeFor(useSession().verbs)
  const navigate = useNavigate()
  useEffect(() => {
    if (first !== undefined) void navigate({ to: first, replace: true })
  }, [first, navigate])
  const says = platformMessages.noDuty
  return first === undefined ? <EmptyState title={says.title} advice={says.advice} /> : null
}
