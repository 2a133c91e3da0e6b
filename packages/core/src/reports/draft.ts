import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Text = Type.String({ maxLength: 4000 })

/** A formula that gives a number of the report at one subject, and how it is printed there. */
export const DraftBinding = Type.Object(
  {
    grain: Id,
    subject: Id,
    formula: Type.String({ minLength: 1, maxLength: 2000 }),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
    percent: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type DraftBinding = Static<typeof DraftBinding>

export const DraftPiece = Type.Object(
  {
    text: Text,
    bound: Type.Optional(DraftBinding),
    sources: Type.Optional(Type.Array(Type.String({ maxLength: 400 }), { maxItems: 6 })),
    was: Type.Optional(Text),
  },
  {
    ...strict,
    description: '一段文字；bound 是数字的来历，sources 是它出自评估的哪几个数，was 是数字更新前的样子，复核后去掉',
  },
)
export type DraftPiece = Static<typeof DraftPiece>

const Level = Type.Integer({ minimum: 1, maximum: 3 })
const Key = Type.Optional(Type.String({ description: '提纲里的位置；没有的是自己加的' }))

export const DraftHeading = Type.Object(
  { kind: Type.Literal('heading'), id: Id, key: Key, level: Level, text: Text },
  strict,
)

export const DraftParagraph = Type.Object(
  {
    kind: Type.Literal('paragraph'),
    id: Id,
    key: Key,
    pieces: Type.Array(DraftPiece),
    laid: Type.Optional(Type.String({ description: '提纲写出的原文；与现在的文字相同的，没有人改过' })),
    former: Type.Optional(
      Type.String({ description: '更新数字时整段重写，这是重写前的文字；空为新增的段落；复核后去掉' }),
    ),
    suggested: Type.Optional(
      Type.Array(DraftPiece, { description: '数据变化后提纲会这样写；改过的段落不自动替换，供取舍' }),
    ),
  },
  strict,
)
export type DraftParagraph = Static<typeof DraftParagraph>

const CellOutput = Type.Union([
  Type.Object({ kind: Type.Literal('text'), text: Type.String() }, strict),
  Type.Object({ kind: Type.Literal('number'), text: Type.String(), decimals: Type.Integer() }, strict),
  Type.Object({ kind: Type.Literal('empty') }, strict),
])

const PlacedCell = Type.Object(
  {
    row: Type.Integer(),
    column: Type.Integer(),
    rowspan: Type.Integer(),
    colspan: Type.Integer(),
    output: CellOutput,
    align: Type.Union([Type.Literal('left'), Type.Literal('center'), Type.Literal('right')]),
    bold: Type.Boolean(),
    shaded: Type.Boolean(),
    figures: Type.Array(Type.String()),
  },
  strict,
)

const RowRole = Type.Union([Type.Literal('title'), Type.Literal('header'), Type.Literal('body'), Type.Literal('note')])

/** A table or chart that a writer ordered: one figure over its units. */
export const DraftDrawing = Type.Object(
  {
    node: Id,
    shape: Type.Union([Type.Literal('table'), Type.Literal('bar')], { description: 'table 列成表，bar 画成柱形图' }),
  },
  { ...strict, description: '自己加的表、图：哪个指标或数据，列表还是画图' },
)
export type DraftDrawing = Static<typeof DraftDrawing>

const Titled = Type.Optional(Type.Boolean({ description: '标题是人写的，更新数字时不换' }))

export const DraftTable = Type.Object(
  {
    kind: Type.Literal('table'),
    id: Id,
    key: Key,
    title: Type.String(),
    widths: Type.Array(Type.Number()),
    titled: Titled,
    drawn: Type.Optional(DraftDrawing),
    grid: Type.Object({ columns: Type.Integer(), roles: Type.Array(RowRole), cells: Type.Array(PlacedCell) }, strict),
    changed: Type.Optional(Type.Boolean({ description: '数据更新后与原来不同，待复核' })),
  },
  strict,
)
export type DraftTable = Static<typeof DraftTable>

export const DraftChart = Type.Object(
  {
    kind: Type.Literal('chart'),
    id: Id,
    key: Key,
    chart: Type.Object(
      {
        kind: Type.Union([Type.Literal('bar'), Type.Literal('line'), Type.Literal('pie')]),
        title: Type.String(),
        unit: Type.Optional(Type.String()),
        categories: Type.Array(Type.String()),
        series: Type.Array(
          Type.Object(
            {
              title: Type.String(),
              values: Type.Array(Type.Union([Type.String(), Type.Null()])),
              decimals: Type.Integer(),
              line: Type.Boolean(),
              figures: Type.Array(Type.String()),
              sources: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Null()]))),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    titled: Titled,
    drawn: Type.Optional(DraftDrawing),
    changed: Type.Optional(Type.Boolean({ description: '数据更新后与原来不同，待复核' })),
  },
  strict,
)
export type DraftChart = Static<typeof DraftChart>

export const DraftBlock = Type.Union([DraftHeading, DraftParagraph, DraftTable, DraftChart])
export type DraftBlock = Static<typeof DraftBlock>

export const DraftImprint = Type.Object(
  {
    copies: Type.Optional(Text),
    office: Type.Optional(Text),
    printed: Type.Optional(Text),
  },
  { ...strict, description: '版记：抄送、印发机关、印发日期' },
)

/** A report as people go on writing it: words of theirs, numbers of the evaluation. */
export const DraftContent = Type.Object(
  {
    title: Text,
    addressee: Type.Optional(Text),
    signer: Type.Optional(Text),
    date: Type.Optional(Text),
    number: Type.Optional(Type.String({ description: '发文字号' })),
    imprint: Type.Optional(DraftImprint),
    blocks: Type.Array(DraftBlock),
    dropped: Type.Array(Type.String(), { description: '提纲里有、被人删去的段落；更新数字时不再补上' }),
  },
  strict,
)
export type DraftContent = Static<typeof DraftContent>

/** What a bound number prints in an evaluation, and the figures there that it stands on. */
export type PrintedNumber = Pick<DraftPiece, 'text' | 'sources'>

export const textOfPieces = (pieces: readonly DraftPiece[]): string => pieces.map(({ text }) => text).join('')

/** The same for two bindings that print the same. */
export const bindingKey = ({ grain, subject, formula, decimals, percent }: DraftBinding): string =>
  JSON.stringify([grain, subject, formula, decimals ?? null, percent === true])

/** Whether somebody changed what the outline wrote, or wrote it themselves. */
export const isEdited = (paragraph: DraftParagraph): boolean => textOfPieces(paragraph.pieces) !== paragraph.laid

/** The same for two orders of the same table or chart. */
export const drawingKey = ({ node, shape }: DraftDrawing): string => JSON.stringify([node, shape])

/** How many places wait for somebody to look at what new figures did to them. */
export function openMarks({ blocks }: Pick<DraftContent, 'blocks'>): number {
  return blocks.reduce((count, block) => {
    if (block.kind === 'heading') return count
    if (block.kind !== 'paragraph') return count + (block.changed === true ? 1 : 0)
    const changed = block.pieces.filter(({ was }) => was !== undefined).length
    return count + changed + (block.suggested === undefined ? 0 : 1) + (block.former === undefined ? 0 : 1)
  }, 0)
}
