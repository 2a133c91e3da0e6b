import { type Static, Type } from 'typebox'
import { FormulaText, Id } from './basis.ts'
import { At, FormBlock, KeptBack, Template } from './form.ts'

/** 0 or absent = always kept; when the report is too long, entries with the highest number are dropped first. */
const Priority = Type.Optional(Type.Integer({ minimum: 0, maximum: 9 }))

const Sentence = Type.Object(
  {
    text: Template,
    when: Type.Optional(FormulaText),
    /** Said instead, openly, when `when` or a place of `text` has no value (未报, 不适用, 待定). */
    unknown: Type.Optional(Template),
    /**
     * Said instead when a place of `text` is not told so that no small count can be worked out from it. Of several the first
     * of which every place is told, else the last.
     */
    kept: Type.Optional(Type.Union([Template, Type.Array(Template, { minItems: 1 })])),
    at: Type.Optional(At),
    priority: Priority,
  },
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
        /** Stands before the list instead of `lead` when nothing is left out by `limit`. */
        lead_all: Type.Optional(Template),
        item: Template,
        separator: Type.Optional(Type.String()),
        end: Type.Optional(Type.String()),
        none: Type.Optional(Template),
      },
      { additionalProperties: false },
    ),
    when: Type.Optional(FormulaText),
    priority: Priority,
  },
  { additionalProperties: false },
)

/**
 * One sentence for each indicator of the verdict tree in one of `states`, in the tree's order. Words in its templates:
 * 编号 标题 指标值 标准 差距 应评数 未达标数 待定数 名单 等 未报单位 未报项目 责任单位 依据 自评依据 影响最大 补齐 比上年. `single` is for county-wide items, `many` for
 * items judged at several subjects; `of` gives an indicator its own template.
 */
const Issues = Type.Object(
  {
    issues: Type.Object(
      {
        states: Type.Array(
          Type.Union([Type.Literal('met'), Type.Literal('unmet'), Type.Literal('undecided'), Type.Literal('error')]),
          { minItems: 1 },
        ),
        sections: Type.Optional(Type.Array(Id)),
        /** Only items that are known not to have been met last year: what was put right, and what was not. */
        was: Type.Optional(Type.Literal('unmet')),
        single: Template,
        many: Template,
        of: Type.Optional(Type.Record(Id, Template)),
        /** Only indicators named in `of` are written. */
        only_named: Type.Optional(Type.Boolean()),
        names: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
        none: Type.Optional(Template),
        /** Said instead of `none` while some items are open: nothing is called free of faults that is not known. */
        unknown: Type.Optional(Template),
        numbered: Type.Optional(Type.Boolean()),
        /** Items that wait for the same reporters share one sentence, their titles joined. */
        grouped: Type.Optional(Type.Boolean()),
      },
      { additionalProperties: false },
    ),
    when: Type.Optional(FormulaText),
    priority: Priority,
  },
  { additionalProperties: false },
)

const Paragraph = Type.Object(
  { sentences: Type.Array(Type.Union([Sentence, ListParagraph, Issues]), { minItems: 1 }) },
  { additionalProperties: false },
)

const TableBlock = Type.Object(
  {
    table: Type.Object(
      { title: Template, widths: Type.Array(Type.Number()), blocks: Type.Array(FormBlock) },
      { additionalProperties: false },
    ),
  },
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
          Type.Object(
            {
              title: Type.String(),
              values: Type.Array(FormulaText),
              decimals: Type.Optional(Type.Integer()),
              percent: Type.Optional(Type.Boolean()),
              at: Type.Optional(At),
              /** Drawn as a line across the bars, e.g. a limit. */
              line: Type.Optional(Type.Boolean()),
            },
            { additionalProperties: false },
          ),
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
    /** Empty for the opening paragraphs. */
    heading: Type.String(),
    level: Type.Integer({ minimum: 1, maximum: 3 }),
    when: Type.Optional(FormulaText),
    body: Type.Array(Type.Union([Paragraph, TableBlock, ChartBlock])),
  },
  { additionalProperties: false },
)

/** What a report is for: it says in which list it stands. */
export const OutlineKind = Type.Union([
  Type.Literal('self_evaluation'),
  Type.Literal('duty_report'),
  Type.Literal('bulletin'),
  Type.Literal('brief'),
  Type.Literal('notice'),
  Type.Literal('reply'),
])
export type OutlineKind = Static<typeof OutlineKind>

/** A report as data: headings, sentences bound to figures and conditions, tables, charts. */
export const Outline = Type.Object(
  {
    id: Id,
    /** Absent: a self-evaluation report. */
    kind: Type.Optional(OutlineKind),
    /** One report for each subject of this grain, told from there; its `file` holds {对象名称}. Absent: one of the county. */
    each: Type.Optional(Id),
    title: Template,
    file: Template,
    addressee: Type.Optional(Template),
    signer: Type.Optional(Template),
    date: Type.Optional(Template),
    max_characters: Type.Optional(Type.Integer({ minimum: 100 })),
    /** Written when somebody asks for it, not with every evaluation. */
    on_demand: Type.Optional(Type.Boolean()),
    /** For readers who may not see the children: small counts are not told, wherever in the report they stand. */
    small: Type.Optional(Type.Array(KeptBack, { minItems: 1 })),
    /** With `small`: figures that it does not name, because no small count of children can be worked out of them. */
    told: Type.Optional(Type.Array(FormulaText, { minItems: 1 })),
    sections: Type.Array(OutlineSection, { minItems: 1 }),
  },
  { additionalProperties: false },
)
export type Outline = Static<typeof Outline>
export type OutlineSection = Static<typeof OutlineSection>
export type OutlineSentence = Static<typeof Sentence>
export type OutlineList = Static<typeof ListParagraph>
export type OutlineIssues = Static<typeof Issues>
export type OutlineChart = Static<typeof ChartBlock>['chart']
export type OutlineBlock = OutlineSection['body'][number]
