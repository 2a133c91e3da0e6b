import { type Static, Type } from 'typebox'
import { problemResponses } from '../../platform/http/problem.ts'
import type { PeriodKey } from '../periods/read-periods.ts'
import type { TaskKey } from '../tasks/task-row.ts'

export const strict = { additionalProperties: false } as const
export const ok = <T>(schema: T) => ({ 200: schema, ...problemResponses })
export const read = { access: { verb: 'collection.read' } } as const
export const plan = { access: { verb: 'collection.plan' } } as const
export const fill = { access: { verb: 'collection.fill' } } as const
export const reviewFirst = { access: { verb: 'collection.review_first' } } as const
export const review = { access: { verb: 'collection.review' } } as const

export const County = Type.String({ pattern: '^\\d{6}$', description: '县级行政区划代码' })
export const Id = Type.String({ minLength: 1, maxLength: 64 })
export const OneTask = Type.Object({ county: County, task: Id }, strict)
export const OnePeriod = Type.Object({ county: County, period: Id }, strict)
/** A file as an answer. */
export const Content = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

export const taskOf = ({ county, task }: Static<typeof OneTask>): TaskKey => ({ county, taskId: task })
export const periodOf = ({ county, period }: Static<typeof OnePeriod>): PeriodKey => ({ county, periodId: period })
