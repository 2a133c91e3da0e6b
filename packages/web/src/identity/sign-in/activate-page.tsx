import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function ActivatePage(): ReactNode {
  return <EmptyState title="启用账号" />
}
