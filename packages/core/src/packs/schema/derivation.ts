import { type Static, Type } from 'typebox'
import { Basis, FormulaText, Id } from './basis.ts'

/**
 * Columns of a register that follow from rosters of the same unit. Each formula stands at a row of the register; a unit
 * may take its result instead of typing.
 */
export const Derivation = Type.Object(
  {
    register: Id,
    /** Row predicate: where false, nothing is derived. */
    when: Type.Optional(FormulaText),
    /** Column id → formula over rosters. */
    columns: Type.Record(Type.String(), FormulaText),
    note: Type.Optional(Type.String()),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type Derivation = Static<typeof Derivation>
