import { type Static, Type } from 'typebox'
import { Adjustment } from '../../packs/index.ts'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 128 })
const Points = Type.String({ pattern: '^\\d{1,4}(\\.\\d{1,4})?$', description: '分数，至多四位小数' })
const Words = Type.String({ minLength: 2, maxLength: 2000, pattern: '\\S' })

/** Where a 加分 or 扣分 stands, in the words people know. */
export const adjustmentStates = {
  proposed: '待决定',
  accepted: '认可',
  refused: '不认可',
  withdrawn: '已撤回',
} as const

export const AdjustmentState = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('accepted'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
])
export type AdjustmentState = Static<typeof AdjustmentState>

/** One 加分 or 扣分 with its grounds, and what became of it as far as the viewer may know. */
export const AdjustmentView = Type.Object(
  {
    adjustment_id: Type.String(),
    rule: Type.String({ description: '评分定等里加分扣分的标识' }),
    title: Type.String(),
    kind: Adjustment.properties.kind,
    points: Type.String({ description: '提出的分数' }),
    grounds: Type.String(),
    document: Type.String({ description: '依据的文件：名称、文号' }),
    papers: Type.Array(Type.Object({ paper_id: Type.String(), title: Type.String() }, strict)),
    side: Type.Union([Type.Literal('unit'), Type.Literal('office')], {
      description: '单位申报的，还是组织评议的单位提出的',
    }),
    by: Type.String({ description: '提出人；看不到的为空' }),
    at: Type.String(),
    state: AdjustmentState,
    decided_points: Type.Optional(Type.String({ description: '认可的分数' })),
    counted: Type.Optional(Type.String({ description: '按上限计入的分数，精确值' })),
    decision: Type.Optional(Type.String()),
    decided_by: Type.Optional(Type.String()),
    decided_at: Type.Optional(Type.String()),
    may_settle: Type.Boolean({ description: '看的人现在可以决定' }),
    may_withdraw: Type.Boolean({ description: '看的人自己提出的，现在可以撤回' }),
    why_not: Type.Optional(Type.String({ description: '看的人为什么不能决定；本来就无权的没有' })),
  },
  strict,
)
export type AdjustmentView = Static<typeof AdjustmentView>

/** What may be added and deducted, as the pack has it. */
export const AdjustmentRules = Type.Object(
  {
    kinds: Type.Array(Adjustment),
    addition_limit: Type.Optional(Type.String()),
    deduction_limit: Type.Optional(Type.String()),
  },
  strict,
)
export type AdjustmentRules = Static<typeof AdjustmentRules>

export const ProposeAdjustmentBody = Type.Object(
  {
    rule: Id,
    points: Points,
    grounds: Words,
    document: Type.String({ minLength: 2, maxLength: 300, pattern: '\\S', description: '依据的文件：名称、文号' }),
    papers: Type.Array(Id, { maxItems: 20, description: '佐证材料标识' }),
  },
  strict,
)
export type ProposeAdjustmentBody = Static<typeof ProposeAdjustmentBody>

/** Points left out: as proposed. */
export const SettleAdjustmentBody = Type.Object(
  { accepts: Type.Boolean({ description: '认可与否' }), points: Type.Optional(Points), reason: Words },
  strict,
)
export type SettleAdjustmentBody = Static<typeof SettleAdjustmentBody>

export const WithdrawAdjustmentBody = Type.Object({ reason: Words }, strict)
export type WithdrawAdjustmentBody = Static<typeof WithdrawAdjustmentBody>
