import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function SetUpPage(): ReactNode {
  return <EmptyState title="首次设置" />
}
