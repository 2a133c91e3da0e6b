import { dutyIds } from './seed-duties.ts'
import type { SeedUnit } from './world-plan.ts'

/** Ids of what a unit has in duties, and of its county's plan. */
export interface DutyTarget {
  readonly dutyPlan: string
  readonly draftTask: string
  readonly openTask: string
  readonly reportedTask: string
  readonly meeting: string
  readonly decision: string
  readonly body: string
  readonly promise: string
  readonly proposal: string
  readonly contact: string
  readonly pledge: string
}

export function targetDuties(unit: SeedUnit): DutyTarget {
  const { plan, task, record } = dutyIds(unit)
  return {
    dutyPlan: plan,
    draftTask: task('draft'),
    openTask: task('underway'),
    reportedTask: task('reported'),
    ...records(record),
  }
}

const records = (id: (what: string) => string) => ({
  meeting: id('meeting'),
  decision: id('decision'),
  body: id('body'),
  promise: id('promise'),
  proposal: id('proposal'),
  contact: id('contact'),
  pledge: id('pledge'),
})

/** Ids of the same form that nothing has. */
export const ghostDuties = (id: (what: string) => string): DutyTarget => ({
  dutyPlan: id('duty plan'),
  draftTask: id('draft task'),
  openTask: id('open task'),
  reportedTask: id('reported task'),
  ...records((what) => id(`duty ${what}`)),
})
