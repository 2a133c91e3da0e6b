import { type Static, Type } from 'typebox'
import { Basis, Decimal, FormulaText, Id } from './basis.ts'

export const ColumnType = Type.Union([
  Type.Literal('text'),
  Type.Literal('integer'),
  Type.Literal('number'),
  Type.Literal('boolean'),
  Type.Literal('code'),
  Type.Literal('date'),
  Type.Literal('year'),
])
export type ColumnType = Static<typeof ColumnType>

/** One column of a register, and equally one item of its vertical form. */
export const Column = Type.Object(
  {
    id: Id,
    /** 序号 printed in the official vertical form. */
    no: Type.Optional(Type.Integer({ minimum: 1 })),
    title: Type.String({ minLength: 1 }),
    synonyms: Type.Optional(Type.Array(Type.String())),
    /** Heading of the group that stands above the title in merged headings, e.g. 学生信息. */
    group: Type.Optional(Type.String()),
    type: ColumnType,
    /** Unit in which values are stored; other units of the same dimension in a heading are converted. */
    unit: Type.Optional(Type.String()),
    codes: Type.Optional(Id),
    required: Type.Optional(Type.Boolean()),
    /** Row predicate: where false, the cell is 不适用 and need not be filled. */
    applicable: Type.Optional(FormulaText),
    min: Type.Optional(Decimal),
    max: Type.Optional(Decimal),
    /** Regular shape of a code in words and as a pattern, e.g. 10 位学校标识码. */
    pattern: Type.Optional(Type.Object({ regex: Type.String(), says: Type.String() }, { additionalProperties: false })),
    /** The dimension this column identifies: it is part of the register's key. */
    dimension: Type.Optional(Id),
    /** Personal-data class; absent = none. */
    personal: Type.Optional(
      Type.Union([
        Type.Literal('name'),
        Type.Literal('identity'),
        Type.Literal('phone'),
        Type.Literal('address'),
        Type.Literal('account'),
        Type.Literal('health'),
        Type.Literal('hardship'),
        Type.Literal('other'),
      ]),
    ),
    note: Type.Optional(Type.String()),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type Column = Static<typeof Column>

/** A typed table that units fill. Its key is the columns that carry a dimension, plus the period. */
export const Register = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    synonyms: Type.Optional(Type.Array(Type.String())),
    /** Words for what one row is: 一所学校, 一个区县, 一个项目. */
    row_is: Type.String(),
    period: Type.Union([
      Type.Literal('学年'),
      Type.Literal('自然年'),
      Type.Literal('学期'),
      Type.Literal('月'),
      Type.Literal('时点'),
    ]),
    /** Who fills it: words for the reader, e.g. 学校, 县教育局. */
    reporter: Type.String(),
    /** Who verifies what was filled, in the same words. */
    verifier: Type.Optional(Type.String()),
    /** The pack that a register comes from, in a pack that uses another one. Written by the program, never by hand. */
    home: Type.Optional(Type.String()),
    /** Column whose number is the year of the row; otherwise the year is taken from the sheet's title. */
    year_column: Type.Optional(Id),
    /** Row predicate over the register of units: who has to fill this register. Default: every unit. */
    expected: Type.Optional(FormulaText),
    columns: Type.Array(Column, { minItems: 1 }),
    note: Type.Optional(Type.String()),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type Register = Static<typeof Register>

export const CodeList = Type.Object(
  {
    id: Id,
    title: Type.String(),
    /** The codes stand from lowest to highest: formulas may compare them with < ≤ > ≥. */
    ordered: Type.Optional(Type.Literal(true)),
    codes: Type.Array(
      Type.Object(
        { code: Type.String(), title: Type.String(), synonyms: Type.Optional(Type.Array(Type.String())) },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type CodeList = Static<typeof CodeList>
