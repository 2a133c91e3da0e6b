import { Type } from 'typebox'
import { problemResponses } from '../../platform/http/problem.ts'

export const strict = { additionalProperties: false } as const
export const read = { access: { verb: 'organizations.read' } } as const
export const manage = { access: { verb: 'organizations.manage' } } as const
export const ok = <T>(schema: T) => ({ 200: schema, ...problemResponses })

export const County = Type.String({ pattern: '^\\d{6}$', description: '县级行政区划代码' })
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期' })
export const OneUnit = Type.Object({ county: County, unit: Type.String({ minLength: 1, maxLength: 32 }) }, strict)
export const Format = Type.Union([Type.Literal('xlsx'), Type.Literal('csv')], { default: 'xlsx' })

/** A file as an answer. */
export const Content = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** The most that a list of units or areas may weigh. */
export const importBytes = 16 * 1024 * 1024
