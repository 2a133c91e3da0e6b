import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function AccessPage(): ReactNode {
  return <EmptyState title="谁能看" />
}
