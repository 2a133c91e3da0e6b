import { type Static, Type } from 'typebox'
import { Basis, FormulaText, Id, Verified } from './basis.ts'
import { MatchKeys } from './match.ts'

const strict = { additionalProperties: false } as const

/** One sign of risk: rows of a register where a formula holds, the words for it, and what it weighs. */
export const RiskSign = Type.Object(
  {
    id: Id,
    register: Id,
    when: FormulaText,
    /** For people to read; {column} stands for the cell of the row. */
    says: Type.String({ minLength: 1 }),
    points: Type.Integer({ minimum: 1, maximum: 100 }),
    basis: Basis,
    verified: Type.Optional(Verified),
  },
  strict,
)
export type RiskSign = Static<typeof RiskSign>

/** A list of children to be watched: rows of some registers that are one child add up their points. */
export const Risk = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    /** From so many points a child is listed. */
    line: Type.Integer({ minimum: 1, maximum: 1000 }),
    /** Which columns say who a row is of, for each register. */
    children: Type.Array(Type.Object({ register: Id, keys: MatchKeys }, strict), { minItems: 1 }),
    signs: Type.Array(RiskSign, { minItems: 1 }),
    basis: Basis,
    verified: Type.Optional(Verified),
  },
  strict,
)
export type Risk = Static<typeof Risk>
