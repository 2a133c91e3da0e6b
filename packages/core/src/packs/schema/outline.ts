import { type Static, Type } from 'typebox'
import { FormulaText, Id } from './basis.ts'
import { FormBlock, Template } from './form.ts'

const Sentence = Type.Object(
  { text: Template, when: Type.Optional(FormulaText) },
  { additionalProperties: false },
)

/** A list run through the subjects of a grain: {worst three schools}. `lead` stands before it, `none` replaces it when empty. */
const ListParagraph = Type.Object(
  {
    list: Type.Object(
      {
        over: Id,
        where: Type.Optional(FormulaText),
        order_by: Type.Optional(FormulaText),
        descending: Type.Optional(Type.Boolean()),
        limit: Type.Optional(Type.Integer({ minimum: 1 })),
        lead: Type.Optional(Template),
        item: Template,
        separator: Type.Optional(Type.String()),
        end: Type.Optional(Type.String()),
        none: Type.Optional(Template),
      },
      { additionalProperties: false },
    ),
    when: Type.Optional(FormulaText),
  },
  { additionalProperties: false },
)

const Paragraph = Type.Object(
  { sentences: Type.Array(Type.Union([Sentence, ListParagraph]), { minItems: 1 }) },
  { additionalProperties: false },
)

const TableBlock = Type.Object(
  { table: Type.Object({ title: Template, widths: Type.Array(Type.Number()), blocks: Type.Array(FormBlock) }, { additionalProperties: false }) },
  { additionalProperties: false },
)

/** A native chart. Either fixed categories with one formula each, or one category for each subject of a grain. */
const ChartBlock = Type.Object(
  {
    chart: Type.Object(
      {
        kind: Type.Union([Type.Literal('bar'), Type.Literal('line'), Type.Literal('pie')]),
        title: Template,
        unit: Type.Optional(Type.String()),
        categories: Type.Array(Type.String(), { minItems: 1 }),
        series: Type.Array(
          Type.Object({ title: Type.String(), values: Type.Array(FormulaText), decimals: Type.Optional(Type.Integer()) }, { additionalProperties: false }),
          { minItems: 1 },
        ),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)

const OutlineSection = Type.Object(
  {
    heading: Type.String(),
    level: Type.Integer({ minimum: 1, maximum: 3 }),
    when: Type.Optional(FormulaText),
    body: Type.Array(Type.Union([Paragraph, TableBlock, ChartBlock])),
  },
  { additionalProperties: false },
)

/** The self-evaluation report as data: headings, sentences bound to figures and conditions, tables, charts. */
export const Outline = Type.Object(
  {
    id: Id,
    title: Template,
    file: Type.String(),
    addressee: Type.Optional(Template),
    signer: Type.Optional(Template),
    max_characters: Type.Optional(Type.Integer({ minimum: 100 })),
    sections: Type.Array(OutlineSection, { minItems: 1 }),
  },
  { additionalProperties: false },
)
export type Outline = Static<typeof Outline>
export type OutlineSection = Static<typeof OutlineSection>
export type OutlineBlock = OutlineSection['body'][number]
