import type { ReportFinding } from '@eduduty/core/claims'
import type { ReactNode } from 'react'
import { CrossedSquare, DashedBox, WarningTriangle } from '../platform/theme/shapes.tsx'
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
      return <CrossedSquare />
    case 'doubtful':
      return <WarningTriangle />
    case 'uncheckable':
      return <DashedBox />
  }
}
