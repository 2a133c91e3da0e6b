import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 64 })
const Count = Type.Integer({ minimum: 0 })

/** A roster from which values of a form follow, and how far it may be relied on. */
export const DerivedRoster = Type.Object(
  {
    register: Id,
    title: Type.String(),
    /** missing: the unit has no rows; draft: it may still change; sent: with the reviewers; final: frozen, or read from a folder. */
    standing: Type.Union([Type.Literal('missing'), Type.Literal('draft'), Type.Literal('sent'), Type.Literal('final')]),
    says: Type.String({ description: '名册现在的状态，如 填报中、已上报' }),
    rows: Count,
    task_id: Type.Optional(Id),
    period_title: Type.Optional(Type.String()),
  },
  strict,
)
export type DerivedRoster = Static<typeof DerivedRoster>

/** One cell, as the rosters have it and as it was filled in. */
export const DerivedValue = Type.Object(
  {
    row_no: Count,
    row_title: Type.String({ description: '名册式的表：这一行是谁的' }),
    column: Id,
    title: Type.String(),
    unit: Type.Optional(Type.String()),
    state: Type.Union([Type.Literal('same'), Type.Literal('differs'), Type.Literal('blank'), Type.Literal('unknown')]),
    /** As the form shows it; empty where it cannot be told. */
    derived: Type.String(),
    filled: Type.String(),
    /** Filled minus derived, of numbers that differ. */
    difference: Type.Optional(Type.String()),
    why: Type.String({ description: '得不出的原因' }),
    formula: Type.String({ description: '中文公式' }),
    rosters: Type.Array(Id),
    rows_counted: Count,
    is_open: Type.Boolean({ description: '这一格现在可以改' }),
  },
  strict,
)
export type DerivedValue = Static<typeof DerivedValue>

/** One cell that is to hold what it held last year; `from` is what the person saw in it. */
export const CopyLastYearBody = Type.Object(
  { row_no: Count, column: Id, from: Type.String({ maxLength: 4000 }) },
  strict,
)
export type CopyLastYearBody = Static<typeof CopyLastYearBody>

export const DerivedValues = Type.Object(
  { values: Type.Array(DerivedValue), rosters: Type.Array(DerivedRoster), may_accept: Type.Boolean() },
  strict,
)
export type DerivedValues = Static<typeof DerivedValues>

/** Cells to take from the rosters: what the person saw in the form, and what the rosters came to then. */
export const AcceptDerivedBody = Type.Object(
  {
    cells: Type.Array(
      Type.Object(
        { row_no: Count, column: Id, from: Type.String({ maxLength: 4000 }), to: Type.String({ maxLength: 400 }) },
        strict,
      ),
      { minItems: 1, maxItems: 5000 },
    ),
  },
  strict,
)
export type AcceptDerivedBody = Static<typeof AcceptDerivedBody>
