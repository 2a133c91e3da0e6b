import { type Static, Type } from 'typebox'
import { Basis, FormulaText, Id } from './basis.ts'

/**
 * What subjects are told apart by: `unit` (a reporting unit, found in the data) or a fixed list of values (学段).
 * `row` only tells the rows of one register apart (学籍号, 班级): nobody is expected by it, and no subject is made of it.
 */
export const Dimension = Type.Object(
  {
    id: Id,
    title: Type.String(),
    kind: Type.Union([Type.Literal('unit'), Type.Literal('values'), Type.Literal('row')]),
    values: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  },
  { additionalProperties: false },
)
export type Dimension = Static<typeof Dimension>

/** A rule that leaves a subject out of every aggregate over the grain; it stays listed with its reason. */
export const Exclusion = Type.Object(
  { id: Id, when: FormulaText, reason: Type.String(), basis: Type.Optional(Basis) },
  { additionalProperties: false },
)
export type Exclusion = Static<typeof Exclusion>

/**
 * What is evaluated: 县 (no dimensions, always present as id `county`), 县学段, 学校, 学校学段 …
 * Subjects come from the rows of the register `from` (the register of units: it says who is EXPECTED);
 * a dimension with fixed values that `from` lacks is crossed in, kept where `exists` holds.
 */
export const Grain = Type.Object(
  {
    id: Id,
    title: Type.String(),
    dimensions: Type.Array(Id),
    from: Type.Optional(Id),
    /** Row predicate over `from`, per value of the crossed dimension, e.g. { 小学: 设小学学段, 初中: 设初中学段 }. */
    exists: Type.Optional(Type.Record(Type.String(), FormulaText)),
    /** Column of `from` that names the subject to a reader. */
    label: Type.Optional(Id),
    exclusions: Type.Optional(Type.Array(Exclusion)),
  },
  { additionalProperties: false },
)
export type Grain = Static<typeof Grain>
