import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function GrantsPage(): ReactNode {
  return <EmptyState title="角色与授权" />
}
