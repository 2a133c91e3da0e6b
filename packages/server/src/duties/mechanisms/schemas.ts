import { Type } from 'typebox'
import { strict } from '../../platform/http/schemas.ts'

export const County = { county: Type.String({ pattern: '^[0-9]{6}$', description: '县级行政区划代码' }) }
export const Year = { year: Type.Integer({ minimum: 2000, maximum: 2999, description: '年度' }) }
/** The id of what was entered or changed. */
export const Made = Type.Object({ id: Type.String() }, strict)

export const read = { access: { verb: 'duties.read' } } as const
export const plan = { access: { verb: 'duties.plan' } } as const
export const supervise = { access: { verb: 'duties.supervise' } } as const
export const work = { access: { verb: 'duties.work' } } as const
