import type { AccountStatus } from '@eduduty/core/identity'
import type { ReactNode } from 'react'
import { peopleMessages } from './messages.ts'

/** Whether somebody can sign in, by word; what needs doing stands out. */
export function AccountMark({ status }: { status: AccountStatus }): ReactNode {
  const style = { none: 'muted', waiting: 'short', active: '', disabled: 'wrong' } as const
  return <span className={style[status]}>{peopleMessages.statuses[status]}</span>
}
