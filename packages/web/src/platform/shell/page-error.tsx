import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { EmptyState } from './empty-state.tsx'
import { ErrorState } from './error-state.tsx'

export function PageError(props: { error: unknown; reset: () => void }): ReactNode {
  const error = props.error instanceof Error ? props.error : new Error(String(props.error))
  return <ErrorState error={error} retry={props.reset} />
}

export function NotFound(): ReactNode {
  const says = platformMessages.error
  return <EmptyState title={says.notFound} advice={says.notFoundAdvice} action={<Link to="/">{says.home}</Link>} />
}

/** The page is for other posts; the server would refuse its data too. */
export function NotAllowed(): ReactNode {
  const says = platformMessages.error
  return <EmptyState title={says.notAllowed} advice={says.notAllowedAdvice} action={<Link to="/">{says.home}</Link>} />
}
