import type { ReactNode } from 'react'
import { EmptyState } from '../platform/shell/empty-state.tsx'

export function OrganizationsPage(): ReactNode {
  return <EmptyState title="组织机构" />
}
