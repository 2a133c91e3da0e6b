import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

/** One item of a form beside what the education statistics (教基) say. */
export const StatisticsItem = Type.Object(
  {
    row_no: Type.Integer({ minimum: 0 }),
    column: Type.String(),
    title: Type.String(),
    unit: Type.String(),
    filled: Type.String({ description: '填报表里的；没有填的为空' }),
    statistics: Type.String({ description: '教育事业统计的' }),
    difference: Type.Optional(Type.String({ description: '填报减统计；两边都有而不一致时' })),
    state: Type.Union([Type.Literal('equal'), Type.Literal('differs'), Type.Literal('blank')]),
    source: Type.String({ description: '取自哪张表的哪一格' }),
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
    notes: Type.Array(Type.String(), { description: '没有取到的，及为什么' }),
  },
  strict,
)
export type StatisticsComparison = Static<typeof StatisticsComparison>
