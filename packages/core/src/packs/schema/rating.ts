import { type Static, Type } from 'typebox'
import { Basis, Decimal, FormulaText, Id, Verified } from './basis.ts'
import { Display } from './indicator.ts'

/** One grade. `when` is a truth formula at the rating's grain that may name 得分 and 满分; the last grade has none. */
export const Grade = Type.Object(
  { title: Type.String(), when: Type.Optional(FormulaText), basis: Type.Optional(Basis) },
  { additionalProperties: false },
)
export type Grade = Static<typeof Grade>

/** Additions and deductions are plain numbers of points above zero. */
const Most = Type.String({ pattern: '^\\d+(\\.\\d+)?$' })

/** One kind of 加分 or 扣分 that people may grant on top of the items, each time with grounds. */
export const Adjustment = Type.Object(
  {
    id: Id,
    title: Type.String(),
    kind: Type.Union([Type.Literal('加分'), Type.Literal('扣分')]),
    /** The most that one grounds may bring. */
    max: Most,
    /** What this kind may come to for one unit and year; absent: any. */
    limit: Type.Optional(Most),
    basis: Basis,
    verified: Verified,
  },
  { additionalProperties: false },
)
export type Adjustment = Static<typeof Adjustment>

/**
 * Points added up over the items of some sections, and the grade that they give. Effects that name the rating change
 * the grade afterwards, never the points.
 */
export const Rating = Type.Object(
  {
    id: Id,
    title: Type.String(),
    /** Who is rated: each subject of this grain. All items with points stand at this grain. */
    grain: Id,
    sections: Type.Array(Id, { minItems: 1 }),
    /** What the points of all items come to. */
    full: Decimal,
    /** An item that does not apply: full points, or left out and the rest scaled up. */
    not_applicable: Type.Union([Type.Literal('得满分'), Type.Literal('按比例折算')]),
    display: Type.Optional(Display),
    /** Best first. */
    ladder: Type.Array(Grade, { minItems: 2 }),
    /** The lowest grade that counts as 达标. */
    met: Type.Optional(Type.String()),
    /** What people may add and deduct when they appraise; never by computing alone. */
    adjustments: Type.Optional(Type.Array(Adjustment, { minItems: 1 })),
    /** What all additions, and all deductions, may come to; absent: any. */
    addition_limit: Type.Optional(Most),
    deduction_limit: Type.Optional(Most),
    basis: Basis,
    verified: Verified,
  },
  { additionalProperties: false },
)
export type Rating = Static<typeof Rating>
