import { appraisalIds } from './seed-appraisal.ts'
import type { SeedUnit } from './world-plan.ts'

/** Ids of what a unit has in appraisals: one at each step. */
export interface AppraisalTarget {
  readonly selfRating: string
  readonly rating: string
  readonly publicity: string
  readonly appealed: string
  readonly appeal: string
  readonly adjustment: string
  readonly outcome: string
}

export function targetAppraising(unit: SeedUnit): AppraisalTarget {
  const ids = appraisalIds(unit)
  return {
    selfRating: ids.appraisal('self_rating'),
    rating: ids.appraisal('rating'),
    publicity: ids.appraisal('publicity'),
    appealed: ids.appraisal('appealed'),
    appeal: ids.appeal,
    adjustment: ids.adjustment,
    outcome: ids.outcome,
  }
}

/** Ids of the same form that nothing has. */
export const ghostAppraising = (id: (what: string) => string): AppraisalTarget => ({
  selfRating: id('self rating'),
  rating: id('rating'),
  publicity: id('publicity'),
  appealed: id('appealed'),
  appeal: id('appeal'),
  adjustment: id('adjustment'),
  outcome: id('outcome'),
})
