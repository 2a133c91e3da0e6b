import { type Static, Type } from 'typebox'
import { Basis, FormulaText, Id, Verified } from './basis.ts'

/** Veto (fails the whole), downgrade (one grade lower) or cap (not above a grade): apart, never averaged away. */
export const Effect = Type.Object(
  {
    id: Id,
    no: Type.Optional(Type.String()),
    kind: Type.Union([Type.Literal('veto'), Type.Literal('downgrade'), Type.Literal('cap')]),
    title: Type.String(),
    /** County-grain truth formula: true means it strikes. */
    when: FormulaText,
    window_years: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
    grounds: Type.Optional(FormulaText),
    basis: Basis,
    verified: Verified,
  },
  { additionalProperties: false },
)
export type Effect = Static<typeof Effect>

/** A rule between cells. `rule` holds on good data; a row where it is false is a finding. */
export const Check = Type.Object(
  {
    id: Id,
    title: Type.String(),
    /** Register whose every row is tested, or a grain whose every subject is. Exactly one of both. */
    register: Type.Optional(Id),
    grain: Type.Optional(Id),
    rule: FormulaText,
    /** 强制 makes the columns named in `columns` 存疑; 核实 asks for an explanation. */
    severity: Type.Union([Type.Literal('强制'), Type.Literal('核实')]),
    /** What is wrong and what to do, with {formula} places filled from the row. */
    message: Type.String(),
    columns: Type.Optional(Type.Array(Id)),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type Check = Static<typeof Check>
