import type { ReactNode } from 'react'
import { CrossedSquare, WarningTriangle } from '../platform/theme/shapes.tsx'
import { collectionMessages } from './messages.ts'

/** 强制 and 核实, by shape, word and colour. */
export function SeverityMark({ severity }: { severity: 'hard' | 'soft' }): ReactNode {
  return (
    <span className={severity === 'hard' ? 'severity wrong' : 'severity short'}>
      <svg className="light" viewBox="0 0 16 16" aria-hidden="true">
        {severity === 'hard' ? <CrossedSquare /> : <WarningTriangle />}
      </svg>
      {collectionMessages.severity[severity]}
    </span>
  )
}
