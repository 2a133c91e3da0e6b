import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function SettingsPage(): ReactNode {
  return <EmptyState title="安全设置" />
}
