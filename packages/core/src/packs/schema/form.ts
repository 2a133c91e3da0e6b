import { type Static, Type } from 'typebox'
import { FormulaText, Id } from './basis.ts'

/**
 * Text with places: `共{学校数|0}所`. A place is {formula}, {formula|decimals} or {formula|%1} (as per cent with its sign).
 * A part in [[…]] is left out when a place in it has no value. Words such as 县名, 年度, 序号 need no formula.
 */
export const Template = Type.String({ maxLength: 4000 })

/** The subject at which formulas are evaluated, where it is not the county: `{ grain: county_stage, subject: 小学 }`. */
export const At = Type.Object({ grain: Id, subject: Type.String() }, { additionalProperties: false })
export type At = Static<typeof At>

export const FormCell = Type.Object(
  {
    /** Fixed text or text with places. */
    text: Type.Optional(Template),
    /** One figure; the cell is then a number cell. */
    value: Type.Optional(FormulaText),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
    percent: Type.Optional(Type.Boolean()),
    /** Text printed when the value is 未报; default: the range it must lie in, or 未报. 不适用 always prints —. */
    blank: Type.Optional(Type.String()),
    /** Truth formula: shade the cell (below standard). */
    shade: Type.Optional(FormulaText),
    colspan: Type.Optional(Type.Integer({ minimum: 1 })),
    rowspan: Type.Optional(Type.Integer({ minimum: 1 })),
    align: Type.Optional(Type.Union([Type.Literal('left'), Type.Literal('center'), Type.Literal('right')])),
    bold: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type FormCell = Static<typeof FormCell>

/** A figure and the counts that it can be worked out from, at its own subject or at `from`. */
export const KeptRate = Type.Object(
  { value: FormulaText, counts: Type.Array(FormulaText, { minItems: 1 }), from: Type.Optional(At) },
  { additionalProperties: false },
)
export type KeptRate = Static<typeof KeptRate>

/**
 * Counts of persons that a report does not tell where they are small: at every subject of `over`, of the county when
 * absent. `sums`: lists of counts that come to the same at a subject. `totals`: a count of the county that is the sum of one
 * of all subjects. `rates`: figures from which a count could be worked out. `bounds`: figures reckoned with the most or the
 * least that a small count can be.
 */
export const KeptBack = Type.Object(
  {
    over: Type.Optional(Id),
    below: FormulaText,
    counts: Type.Array(FormulaText, { minItems: 1 }),
    sums: Type.Optional(Type.Array(Type.Array(FormulaText, { minItems: 1 }), { minItems: 1 })),
    totals: Type.Optional(
      Type.Array(Type.Object({ total: FormulaText, parts: FormulaText }, { additionalProperties: false }), {
        minItems: 1,
      }),
    ),
    rates: Type.Optional(Type.Array(KeptRate, { minItems: 1 })),
    bounds: Type.Optional(Type.Array(KeptRate, { minItems: 1 })),
  },
  { additionalProperties: false },
)
export type KeptBack = Static<typeof KeptBack>

/** Rows of a sheet: fixed rows, or one row for each subject of a grain. */
export const FormBlock = Type.Object(
  {
    rows: Type.Optional(Type.Array(Type.Array(FormCell))),
    /** Subject of the fixed rows; the county when absent. */
    at: Type.Optional(At),
    over: Type.Optional(Id),
    where: Type.Optional(FormulaText),
    order_by: Type.Optional(FormulaText),
    /** Cells of the repeated row. The name 序号 counts the rows of this block from 1. */
    row: Type.Optional(Type.Array(FormCell)),
    /** `header` rows repeat on each printed page; `note` rows have no borders. */
    role: Type.Optional(
      Type.Union([Type.Literal('title'), Type.Literal('header'), Type.Literal('body'), Type.Literal('note')]),
    ),
  },
  { additionalProperties: false },
)
export type FormBlock = Static<typeof FormBlock>

export const FormSheet = Type.Object(
  {
    id: Id,
    name: Type.String(),
    orientation: Type.Union([Type.Literal('portrait'), Type.Literal('landscape')]),
    widths: Type.Array(Type.Number(), { minItems: 1, description: '各列宽度（字符数）' }),
    blocks: Type.Array(FormBlock, { minItems: 1 }),
  },
  { additionalProperties: false },
)
export type FormSheet = Static<typeof FormSheet>

/** An official workbook to be produced, cell for cell. */
export const Form = Type.Object(
  { id: Id, title: Type.String(), file: Type.String(), sheets: Type.Array(FormSheet, { minItems: 1 }) },
  { additionalProperties: false },
)
export type Form = Static<typeof Form>
