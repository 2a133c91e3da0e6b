import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Says = Type.String({ maxLength: 1000 })

export const DestructionState = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('approved'),
  Type.Literal('refused'),
])
export type DestructionState = Static<typeof DestructionState>

export const destructionStateTitles: Readonly<Record<DestructionState, string>> = {
  proposed: '待批准',
  approved: '已批准并销毁',
  refused: '未批准',
}

export const DestructionView = Type.Object(
  {
    destruction: Type.String(),
    closed_until: Day,
    years: Type.Integer(),
    cases: Type.Integer({ description: '提请时多少个案' }),
    destroyed: Type.Integer({ description: '销毁了多少个案' }),
    reason: Type.String(),
    state: DestructionState,
    proposed_by: Type.String(),
    proposed_on: Day,
    decided_by: Type.String(),
    decided_on: Type.Optional(Day),
    answer: Type.String(),
    may_decide: Type.Boolean(),
  },
  strict,
)
export type DestructionView = Static<typeof DestructionView>

/** Cases whose time has come, by the year in which they ended, and what was done with earlier ones. */
export const RetentionView = Type.Object(
  {
    years: Type.Optional(Type.Integer({ description: '销案后保管几年；没有规定、尚未确定的不销毁' })),
    basis: Type.String({ description: '年限的依据' }),
    is_undecided: Type.Boolean({ description: '年限未定：本县保管几年尚未确定，不销毁' }),
    closed_until: Type.Optional(Day),
    due: Type.Array(Type.Object({ year: Type.Integer(), cases: Type.Integer() }, strict)),
    kept: Type.Integer({ description: '已销案、未到期的' }),
    destructions: Type.Array(DestructionView),
  },
  strict,
)
export type RetentionView = Static<typeof RetentionView>

export const DestructionBody = Type.Object(
  { reason: Type.String({ minLength: 2, maxLength: 1000, description: '根据哪个制度、清单' }) },
  strict,
)
export type DestructionBody = Static<typeof DestructionBody>

export const DestructionDecision = Type.Object({ approves: Type.Boolean(), says: Says }, strict)
export type DestructionDecision = Static<typeof DestructionDecision>

export const DestructionMade = Type.Object({ destruction: Type.String(), destroyed: Type.Integer() }, strict)
export type DestructionMade = Static<typeof DestructionMade>
