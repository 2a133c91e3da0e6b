import type { ReactNode } from 'react'
import { EmptyState } from '../platform/shell/empty-state.tsx'

export function StatusPage(): ReactNode {
  return <EmptyState title="系统状态" />
}
