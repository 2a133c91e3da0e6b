import { Type } from 'typebox'
import { problemResponses } from './problem.ts'

/** What is not declared is refused, in requests as in answers. */
export const strict = { additionalProperties: false } as const

/** The responses of a route that answers with `schema`. */
export const ok = <T>(schema: T) => ({ 200: schema, ...problemResponses })

/** The responses of a route that has nothing to say but that it is done. */
export const noContent = { 204: Type.Null({ description: '完成' }), ...problemResponses }

export const CountyCode = Type.String({ pattern: '^[0-9]{6}$', description: '县级行政区划代码' })

export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期' })

/** Identifier of a row, as the program made it. */
export const RowId = Type.String({ minLength: 1, maxLength: 64 })

/** A file as an answer. */
export const Content = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** How a table is wanted as a file. */
export const TableFormat = Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])
