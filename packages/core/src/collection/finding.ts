import { type Static, Type } from 'typebox'

/**
 * Something that a reader of the data should know. `error`: the cell, row or file was refused.
 * `repair`: the value was cleaned and accepted. `check`: a rule between cells does not hold. `note`: worth knowing.
 */
export const FindingLevel = Type.Union([
  Type.Literal('error'),
  Type.Literal('check'),
  Type.Literal('repair'),
  Type.Literal('note'),
])
export type FindingLevel = Static<typeof FindingLevel>

export const Finding = Type.Object(
  {
    level: FindingLevel,
    /** Catalogued code, e.g. not_a_number, duplicate_unit, encrypted_file. */
    code: Type.String(),
    /** Chinese: what is wrong. */
    message: Type.String(),
    /** Chinese: what to do next. */
    advice: Type.Optional(Type.String()),
    file: Type.Optional(Type.String()),
    sheet: Type.Optional(Type.String()),
    /** A1 address. */
    cell: Type.Optional(Type.String()),
    register: Type.Optional(Type.String()),
    column: Type.Optional(Type.String()),
    unit: Type.Optional(Type.String()),
    unit_name: Type.Optional(Type.String()),
    /** What the cell held, shortened. */
    found: Type.Optional(Type.String()),
    /** What it was taken for after a repair. */
    taken: Type.Optional(Type.String()),
    check: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type Finding = Static<typeof Finding>
