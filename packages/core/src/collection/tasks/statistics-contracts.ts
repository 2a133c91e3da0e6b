import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 64 })
const RowTitle = Type.String({ maxLength: 200, description: '一所学校有几行的表：哪一行，如“小学”；其他的为空' })

/** One item of a form beside what the education statistics (教基) say. */
export const StatisticsItem = Type.Object(
  {
    row_no: Type.Integer({ minimum: 0, description: '0：还没有这一行，采用时加上' }),
    row_title: RowTitle,
    column: Type.String(),
    title: Type.String(),
    unit: Type.String(),
    filled: Type.String({ description: '填报表里的；没有填的为空' }),
    statistics: Type.String({ description: '教育事业统计的' }),
    difference: Type.Optional(Type.String({ description: '填报减统计；两边都有而不一致时' })),
    state: Type.Union([Type.Literal('equal'), Type.Literal('differs'), Type.Literal('blank')]),
    source: Type.String({ description: '取自哪张表的哪一格' }),
    is_open: Type.Boolean({ description: '这一格现在可以改' }),
  },
  strict,
)
export type StatisticsItem = Static<typeof StatisticsItem>

/** A form compared with the statistics workbook of its school. */
export const StatisticsComparison = Type.Object(
  {
    file: Type.String(),
    year: Type.Integer(),
    items: Type.Array(StatisticsItem),
    caution: Type.Optional(Type.String({ description: '用的是以前年份的表式' })),
    notes: Type.Array(Type.String(), { description: '没有取到的，及为什么' }),
  },
  strict,
)
export type StatisticsComparison = Static<typeof StatisticsComparison>

/** Cells to take from a statistics workbook, and the workbook: what the person saw in the form, and what it said. */
export const TakeStatisticsBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    content: Type.String({ minLength: 1, description: '工作簿，base64' }),
    cells: Type.Array(
      Type.Object(
        {
          row_no: Type.Integer({ minimum: 0 }),
          row_title: RowTitle,
          column: Id,
          from: Type.String({ maxLength: 4000 }),
          to: Type.String({ maxLength: 400 }),
        },
        strict,
      ),
      { minItems: 1, maxItems: 5000 },
    ),
  },
  strict,
)
export type TakeStatisticsBody = Static<typeof TakeStatisticsBody>
