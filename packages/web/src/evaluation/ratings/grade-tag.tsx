import type { RatedSubject } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { Light } from '../../platform/theme/light.tsx'
import { evaluationMessages } from '../messages.ts'

/** The grade with its light; the grades still possible while data are missing. */
export function GradeTag({ rated }: { rated: RatedSubject }): ReactNode {
  const { grade, passed, possible } = rated
  if (grade === undefined) {
    const word =
      possible.length === 0 ? evaluationMessages.ratings.notRated : possible.join(evaluationMessages.ratings.or)
    return <Light state={possible.length === 0 ? 'not_applicable' : 'undecided'} word={word} />
  }
  if (passed === undefined) return <strong>{grade}</strong>
  return <Light state={passed ? 'met' : 'unmet'} word={grade} />
}
