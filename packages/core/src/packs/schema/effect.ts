import { type Static, Type } from 'typebox'
import { Basis, FormulaText, Id, Verified } from './basis.ts'

/** Veto (fails the whole), downgrade (one grade lower) or cap (not above a grade): apart, never averaged away. */
export const Effect = Type.Object(
  {
    id: Id,
    no: Type.Optional(Type.String()),
    kind: Type.Union([Type.Literal('veto'), Type.Literal('downgrade'), Type.Literal('cap')]),
    title: Type.String(),
    /** Truth formula at the grain of the rating, else of the county: true means it strikes. */
    when: FormulaText,
    /** The rating whose grade it changes; without one, a veto changes the verdict. */
    rating: Type.Optional(Id),
    /** Grade of the rating's ladder: what a veto sets, what a cap does not let pass. */
    to: Type.Optional(Type.String()),
    window_years: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
    grounds: Type.Optional(FormulaText),
    basis: Basis,
    verified: Verified,
  },
  { additionalProperties: false },
)
export type Effect = Static<typeof Effect>
