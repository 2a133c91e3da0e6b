import { type Static, Type } from 'typebox'
import { Basis, Verified } from './basis.ts'

const strict = { additionalProperties: false } as const

export const TimeUnit = Type.Union([Type.Literal('自然日'), Type.Literal('工作日'), Type.Literal('月')])
export type TimeUnit = Static<typeof TimeUnit>

/** Who is told, so long after the due day: a post, not a person. */
export const Rung = Type.Object(
  {
    after: Type.Integer({ minimum: 1, maximum: 366, description: '逾期多少天' }),
    unit: Type.Union([Type.Literal('自然日'), Type.Literal('工作日')]),
    at: Type.Union([Type.Literal('本单位'), Type.Literal('上级'), Type.Literal('县')], { description: '哪里的岗位' }),
    post: Type.String({ minLength: 1, description: '岗位名称，如 主要负责人' }),
  },
  strict,
)
export type Rung = Static<typeof Rung>

/** How long something may take, when people are reminded, and who is told when it is late. */
export const ClockRule = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
    title: Type.String({ minLength: 1 }),
    /** Absent = the due day is given by whoever starts the clock. Of casework without a source: a suggestion, until the county decides. */
    length: Type.Optional(Type.Object({ amount: Type.Integer({ minimum: 1, maximum: 3660 }), unit: TimeUnit }, strict)),
    /** A due day on which nobody works moves to the next one on which people do. */
    rest_end: Type.Union([Type.Literal('顺延'), Type.Literal('不顺延')]),
    /** Calendar days before the due day. */
    remind: Type.Array(Type.Integer({ minimum: 0, maximum: 366 })),
    ladder: Type.Array(Rung),
    basis: Type.Optional(Basis),
    verified: Type.Optional(Verified),
  },
  strict,
)
export type ClockRule = Static<typeof ClockRule>
