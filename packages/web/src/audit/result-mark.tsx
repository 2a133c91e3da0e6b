import type { ReactNode } from 'react'
import type { EventResult } from './audit-search.ts'
import { auditMessages } from './messages.ts'

const signs = { done: '', denied: '✕ ', failed: '！' } as const

/** Told apart by sign and word as well as by colour. */
export function ResultMark({ result }: { result: EventResult }): ReactNode {
  return (
    <span className={result === 'done' ? undefined : 'wrong'}>
      {signs[result]}
      {auditMessages.result[result]}
    </span>
  )
}
