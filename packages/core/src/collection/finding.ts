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

const strict = { additionalProperties: false } as const

/** A cell that a check read. */
export const FindingCell = Type.Object(
  {
    register: Type.String(),
    column: Type.String(),
    file: Type.String(),
    sheet: Type.String(),
    /** A1 address. */
    cell: Type.String(),
  },
  strict,
)
export type FindingCell = Static<typeof FindingCell>

/** One of the two figures that a check found to disagree. */
export const FindingSide = Type.Object(
  {
    label: Type.String(),
    /** As a reader sees it, with its unit. */
    value: Type.String(),
    /** Cells it was made from; the first ones where they are many. */
    cells: Type.Array(FindingCell),
    cell_count: Type.Integer(),
  },
  strict,
)
export type FindingSide = Static<typeof FindingSide>

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
    /** What the check compares: 表内, 表间, 年际, 部门间, 名册与表, 汇总; 离群 of comparisons among units. */
    check_kind: Type.Optional(Type.String()),
    /** Both figures that the check compared, left first. */
    sides: Type.Optional(Type.Array(FindingSide)),
    /** By how much they differ, with its unit. */
    difference: Type.Optional(Type.String()),
  },
  strict,
)
export type Finding = Static<typeof Finding>
