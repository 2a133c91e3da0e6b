import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function AdministratorsPage(): ReactNode {
  return <EmptyState title="三员工作台" />
}
