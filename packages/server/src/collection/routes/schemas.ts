import { type Static, Type } from 'typebox'
import { CountyCode, RowId, strict } from '../../platform/http/schemas.ts'
import type { PeriodKey } from '../periods/read-periods.ts'
import type { TaskKey } from '../tasks/task-row.ts'

export const read = { access: { verb: 'collection.read' } } as const
export const plan = { access: { verb: 'collection.plan' } } as const
export const fill = { access: { verb: 'collection.fill' } } as const
export const reviewFirst = { access: { verb: 'collection.review_first' } } as const
export const review = { access: { verb: 'collection.review' } } as const

export const OneTask = Type.Object({ county: CountyCode, task: RowId }, strict)
export const OnePeriod = Type.Object({ county: CountyCode, period: RowId }, strict)

export const taskOf = ({ county, task }: Static<typeof OneTask>): TaskKey => ({ county, taskId: task })
export const periodOf = ({ county, period }: Static<typeof OnePeriod>): PeriodKey => ({ county, periodId: period })
