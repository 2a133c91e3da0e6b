import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'

export function SignInPage(): ReactNode {
  return <EmptyState title="登录" />
}
