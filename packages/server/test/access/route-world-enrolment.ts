import { careFileId, careId } from './seed-care.ts'
import { caseIds } from './seed-enrolment.ts'
import type { SeedUnit } from './world-plan.ts'

/** Ids of what a unit has in cases of children out of school. */
export interface EnrolmentTarget {
  readonly case: string
  readonly casePaper: string
  readonly caseFile: string
  readonly destruction: string
  readonly handover: string
  readonly export: string
  readonly child: string
  readonly careFile: string
  readonly periodic: string
}

export function targetEnrolment(unit: SeedUnit): EnrolmentTarget {
  const ids = caseIds(unit)
  return {
    case: ids.case,
    casePaper: ids.paper,
    caseFile: ids.file,
    destruction: ids.destruction,
    handover: ids.handover,
    export: ids.export,
    child: careId(unit),
    careFile: careFileId(unit),
    periodic: ids.periodic,
  }
}

/** Ids of the same form that nothing has. */
export const ghostEnrolment = (id: (what: string) => string): EnrolmentTarget => ({
  case: id('case'),
  casePaper: id('case paper'),
  caseFile: id('case file'),
  destruction: id('destruction'),
  handover: id('handover'),
  export: id('export'),
  child: id('child'),
  careFile: id('care file'),
  periodic: id('periodic'),
})
