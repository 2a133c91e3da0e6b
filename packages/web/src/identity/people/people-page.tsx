import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function PeoplePage(): ReactNode {
  return <EmptyState title="人员与账号" />
}
