import { type Static, Type } from 'typebox'
import { Basis, Id, Verified } from './basis.ts'

/** A label as printed, `上级/本级` where the label alone is not enough; of several spellings the first found is taken. */
const Labels = Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })])

/** Where a figure goes: a column of a register, and the values that name the row beside its unit, e.g. { stage: 小学 }. */
export const StatisticsTarget = Type.Object(
  { register: Id, column: Id, where: Type.Optional(Type.Record(Id, Type.String())) },
  { additionalProperties: false },
)
export type StatisticsTarget = Static<typeof StatisticsTarget>

/** One figure of a statistics sheet: the cell where a row and a column meet, both found by their labels. */
export const StatisticsFigure = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    row: Labels,
    /** Not needed in a sheet with a single column of values. */
    column: Type.Optional(Labels),
    /** Unit of the cell where neither label nor sheet states another. */
    unit: Type.Optional(Type.String()),
    /** Only for schools with this stage; default: the stage of the sheet. */
    stage: Type.Optional(Type.String({ minLength: 1 })),
    /** Figures of several sheets for one column are added; this one is taken away. */
    sign: Type.Optional(Type.Literal('minus')),
    into: Type.Array(StatisticsTarget, { minItems: 1 }),
    /** Stands in for what a form leaves blank; what is filled in is not compared with it. */
    only_blank: Type.Optional(Type.Boolean()),
    /** Said to the reader wherever the figure is used. */
    remark: Type.Optional(Type.String()),
    note: Type.Optional(Type.String()),
    /** Grade U: never read. Default: that of the layout. */
    verified: Type.Optional(Verified),
  },
  { additionalProperties: false },
)
export type StatisticsFigure = Static<typeof StatisticsFigure>

export const StatisticsSheet = Type.Object(
  {
    id: Id,
    /** 表号 as printed, e.g. 教基3112. */
    number: Type.String({ minLength: 1 }),
    /** Other numbers of the same sheet. */
    synonyms: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    title: Type.Optional(Type.String({ minLength: 1 })),
    /** The sheet is there only for schools with this stage; a school with one sheet of a stage owes all of them. */
    stage: Type.Optional(Type.String({ minLength: 1 })),
    /** Without figures the sheet is known and left alone. */
    figures: Type.Optional(Type.Array(StatisticsFigure)),
  },
  { additionalProperties: false },
)
export type StatisticsSheet = Static<typeof StatisticsSheet>

/** The official statistics workbooks (教育事业统计) of some years: which sheets they have, what stands where. */
export const StatisticsLayout = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    /** Years of the statistics, both included. */
    since: Type.Integer({ minimum: 1949, maximum: 2999 }),
    until: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2999 })),
    /** Another layout that holds wherever this one does not say otherwise; sheets are replaced by their id. */
    like: Type.Optional(Id),
    /** Labels beside which the school's code and name stand. */
    school: Type.Optional(
      Type.Object(
        { code: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }), name: Type.Array(Type.String()) },
        { additionalProperties: false },
      ),
    ),
    /** Heading over the row labels, e.g. 指标名称. */
    row_heading: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
    sheets: Type.Optional(Type.Array(StatisticsSheet)),
    basis: Basis,
    verified: Verified,
    note: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type StatisticsLayout = Static<typeof StatisticsLayout>
