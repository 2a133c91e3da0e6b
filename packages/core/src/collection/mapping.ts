import { type Static, Type } from 'typebox'
import { Id, StatisticsLayout } from '../packs/index.ts'

const ScalarText = Type.Union([Type.String(), Type.Number(), Type.Boolean()])
const Words = Type.Record(Type.String(), ScalarText)

/** Where one register column is found in the file: a heading, alternatives, or a heading with unit, factor and codes. */
export const MappedColumn = Type.Union([
  Type.String({ minLength: 1 }),
  Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
  Type.Object(
    {
      heading: Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })]),
      unit: Type.Optional(Type.String()),
      scale: Type.Optional(
        Type.Union([Type.String({ pattern: '^\\d+(\\.\\d+)?$' }), Type.Number({ exclusiveMinimum: 0 })]),
      ),
      values: Type.Optional(Words),
    },
    { additionalProperties: false },
  ),
])
export type MappedColumn = Static<typeof MappedColumn>

/** One kind of sheet described by a user, so that statistics with other headings can be read. */
export const MappingEntry = Type.Object(
  {
    register: Id,
    /** Glob over the path of the file in the folder; absent = every file. */
    files: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
    /** Name of the sheet, or a pattern between slashes. */
    sheet: Type.Optional(Type.String()),
    /** One-based row of the lowest heading. */
    heading_row: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    columns: Type.Optional(Type.Record(Type.String(), MappedColumn)),
    constants: Type.Optional(Words),
    /** The year of every row, or the heading of the column that says it. */
    year: Type.Optional(Type.Union([Type.Integer({ minimum: 1900, maximum: 2999 }), Type.String({ minLength: 1 })])),
    /** Only rows whose cells under these headings hold one of the words. */
    rows_where: Type.Optional(
      Type.Record(Type.String(), Type.Union([ScalarText, Type.Array(ScalarText, { minItems: 1 })])),
    ),
    skip_rows_where: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
  },
  { additionalProperties: false },
)
export type MappingEntry = Static<typeof MappingEntry>

export const MappingFile = Type.Object(
  {
    mappings: Type.Optional(Type.Array(MappingEntry, { minItems: 1 })),
    /** Layouts of the statistics sheets of further years; they come before those of the pack. */
    statistics: Type.Optional(Type.Array(StatisticsLayout, { minItems: 1 })),
  },
  { additionalProperties: false },
)
export type MappingFile = Static<typeof MappingFile>
