import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function SessionsPage(): ReactNode {
  return <EmptyState title="在线会话" />
}
