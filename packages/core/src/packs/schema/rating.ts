import { type Static, Type } from 'typebox'
import { Basis, Decimal, FormulaText, Id, Verified } from './basis.ts'
import { Display } from './indicator.ts'

/** One grade. `when` is a truth formula at the rating's grain that may name 得分 and 满分; the last grade has none. */
export const Grade = Type.Object(
  { title: Type.String(), when: Type.Optional(FormulaText), basis: Type.Optional(Basis) },
  { additionalProperties: false },
)
export type Grade = Static<typeof Grade>

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
    basis: Basis,
    verified: Verified,
  },
  { additionalProperties: false },
)
export type Rating = Static<typeof Rating>
