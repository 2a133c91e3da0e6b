import type { ReactNode } from 'react'
import { collectionMessages } from './messages.ts'

/** 强制 and 核实, by shape, word and colour. */
export function SeverityMark({ severity }: { severity: 'hard' | 'soft' }): ReactNode {
  return (
    <span className={severity === 'hard' ? 'severity wrong' : 'severity short'}>
      <svg className="light" viewBox="0 0 16 16" aria-hidden="true">
        {severity === 'hard' ? (
          <>
            <rect x="1" y="1" width="14" height="14" rx="2" className="light-fill" />
            <path d="M5 5l6 6M11 5l-6 6" className="light-on-fill" />
          </>
        ) : (
          <>
            <path d="M8 1.6L15 14.4H1z" className="light-line" />
            <path d="M8 6v4M8 11.9v.6" className="light-line" />
          </>
        )}
      </svg>
      {collectionMessages.severity[severity]}
    </span>
  )
}
