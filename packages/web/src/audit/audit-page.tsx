import type { ReactNode } from 'react'
import { EmptyState } from '../platform/shell/empty-state.tsx'

export function AuditPage(): ReactNode {
  return <EmptyState title="审计记录" />
}
