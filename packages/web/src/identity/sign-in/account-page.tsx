import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function AccountPage(): ReactNode {
  return <EmptyState title="我的账号" />
}
