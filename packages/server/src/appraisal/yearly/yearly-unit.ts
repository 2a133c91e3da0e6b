import type { RatedSubject } from '@eduduty/core/evaluation'
import type { Appraisal } from '../store/get-appraisal.ts'
import type { Sight } from '../views/sight.ts'

/** A unit of the set with its result. */
export interface YearlyUnit {
  readonly appraisal: Appraisal
  readonly sight: Sight
  readonly rated: RatedSubject | undefined
}
