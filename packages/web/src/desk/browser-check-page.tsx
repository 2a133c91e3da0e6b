import type { ReactNode } from 'react'
import { EmptyState } from '../platform/shell/empty-state.tsx'

export function BrowserCheckPage(): ReactNode {
  return <EmptyState title="浏览器检查" />
}
