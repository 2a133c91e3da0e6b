import { type Static, Type } from 'typebox'
import { Basis, Verified } from '../../packs/index.ts'

const strict = { additionalProperties: false } as const

/** Points as they are known: exact when decided, else the least and the most that they can come to. */
export const PointsView = Type.Object(
  {
    /** Rounded by the rating's rule; a range while data are missing: 78～85. */
    shown: Type.String(),
    value: Type.Optional(Type.String()),
    low: Type.Optional(Type.String()),
    high: Type.Optional(Type.String()),
  },
  strict,
)
export type PointsView = Static<typeof PointsView>

/** A 加分 or 扣分 that was granted, and what of it counts. */
const AdjustmentLine = Type.Object(
  {
    id: Type.String(),
    rule: Type.String({ description: '评分定等里加分扣分的标识' }),
    title: Type.String(),
    kind: Type.Union([Type.Literal('加分'), Type.Literal('扣分')]),
    given: Type.String({ description: '认可的分数，精确值' }),
    counted: Type.String({ description: '按上限计入的分数，精确值' }),
  },
  strict,
)

/** One subject rated. */
export const RatedSubject = Type.Object(
  {
    subject: Type.String(),
    name: Type.String(),
    points: PointsView,
    /** Points of the items alone, where something was added or deducted. */
    earned: Type.Optional(PointsView),
    adjustments: Type.Optional(Type.Array(AdjustmentLine)),
    /** Grade by points alone, and after the effects; absent while it is open. */
    base: Type.Optional(Type.String()),
    grade: Type.Optional(Type.String()),
    /** Grades that are still possible, best first. */
    possible: Type.Array(Type.String()),
    /** Whether the grade counts as 达标, where the pack says which does. */
    passed: Type.Optional(Type.Boolean()),
    sections: Type.Array(
      Type.Object(
        {
          section: Type.String(),
          full: Type.String(),
          /** Full points of the items that apply, where some do not. */
          applied: Type.Optional(Type.String()),
          points: PointsView,
        },
        strict,
      ),
    ),
    items: Type.Array(
      Type.Object(
        { indicator: Type.String(), section: Type.String(), full: Type.String(), points: PointsView },
        strict,
      ),
    ),
    /** Effects that strike, or may strike. */
    effects: Type.Array(Type.Object({ effect: Type.String(), open: Type.Boolean() }, strict)),
    text: Type.String({ description: '如 得分 91.5，满分 100，按得分为“先进”；出现一票否决事项“…”，评为“不合格”。' }),
  },
  strict,
)
export type RatedSubject = Static<typeof RatedSubject>

export const RatingView = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    grain: Type.String(),
    full: Type.String(),
    ladder: Type.Array(
      Type.Object(
        {
          title: Type.String(),
          when: Type.Optional(Type.String({ description: '条件，如 得分 ≥ 90' })),
          basis: Type.Optional(Basis),
        },
        strict,
      ),
    ),
    met: Type.Optional(Type.String()),
    subjects: Type.Array(RatedSubject),
    basis: Basis,
    verified: Verified,
  },
  strict,
)
export type RatingView = Static<typeof RatingView>
