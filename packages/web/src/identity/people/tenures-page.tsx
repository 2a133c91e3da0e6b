import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function TenuresPage(): ReactNode {
  return <EmptyState title="任职与代理" />
}
