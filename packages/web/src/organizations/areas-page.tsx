import type { ReactNode } from 'react'
import { EmptyState } from '../platform/shell/empty-state.tsx'

export function AreasPage(): ReactNode {
  return <EmptyState title="行政区划" />
}
