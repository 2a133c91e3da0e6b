import type { ReportFinding } from '@eduduty/core/claims'
import type { ReactNode } from 'react'
import { StateShape } from '../platform/theme/state-mark.tsx'
import { claimMessages as says } from './messages.ts'

export type Grade = ReportFinding['grade']

/** A grade by its shape and its word: filled square with a cross, triangle, dashed box. */
export function GradeMark({ grade }: { grade: Grade }): ReactNode {
  return (
    <StateShape tone={`grade-${grade}`} word={says.grades[grade]}>
      <Shape grade={grade} />
    </StateShape>
  )
}

function Shape({ grade }: { grade: Grade }): ReactNode {
  switch (grade) {
    case 'wrong':
      return (
        <>
          <rect x="1" y="1" width="14" height="14" rx="2" className="light-fill" />
          <path d="M5 5l6 6M11 5l-6 6" className="light-on-fill" />
        </>
      )
    case 'doubtful':
      return (
        <>
          <path d="M8 1.6L15 14.4H1z" className="light-line" />
          <path d="M8 6v4M8 11.9v.6" className="light-line" />
        </>
      )
    case 'uncheckable':
      return <rect x="1.5" y="1.5" width="13" height="13" rx="1" className="light-dashed" />
  }
}
