import { type Static, Type } from 'typebox'
import {
  bindingKey,
  type DraftBinding,
  type DraftBlock,
  type DraftChart,
  type DraftContent,
  DraftDrawing,
  DraftImprint,
  type DraftParagraph,
  DraftPiece,
  type DraftTable,
  drawingKey,
  type PrintedNumber,
  textOfPieces,
} from './draft.ts'
import { titleOf, withTitle } from './own-title.ts'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Line = Type.String({ maxLength: 4000 })

/** A block as it comes from the page: of tables and charts only the title can be edited. */
export const EditedBlock = Type.Union([
  Type.Object(
    { kind: Type.Literal('heading'), id: Id, level: Type.Integer({ minimum: 1, maximum: 3 }), text: Line },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal('paragraph'),
      id: Id,
      pieces: Type.Array(DraftPiece, { maxItems: 400 }),
      settled: Type.Optional(Type.Boolean({ description: '重写或提纲的新写法已经看过，不再提示' })),
    },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal('drawn'), id: Id, drawn: DraftDrawing },
    { ...strict, description: '新加的表或图；数字由评估给出' },
  ),
  Type.Object(
    {
      kind: Type.Literal('kept'),
      id: Id,
      title: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: '表、图的新标题' })),
      settled: Type.Optional(Type.Boolean({ description: '变化已经看过' })),
    },
    strict,
  ),
])
export type EditedBlock = Static<typeof EditedBlock>

export const EditedContent = Type.Object(
  {
    title: Line,
    addressee: Type.Optional(Line),
    signer: Type.Optional(Line),
    date: Type.Optional(Line),
    number: Type.Optional(Line),
    imprint: Type.Optional(DraftImprint),
    blocks: Type.Array(EditedBlock, { maxItems: 1000 }),
  },
  strict,
)
export type EditedContent = Static<typeof EditedContent>

/** Bindings that the edit brings in and that the draft does not hold yet: somebody has to compute them. */
export function newBindings(before: DraftContent, edited: EditedContent): readonly DraftBinding[] {
  const known = printedIn(before)
  const found = new Map<string, DraftBinding>()
  for (const block of edited.blocks)
    for (const { bound } of block.kind === 'paragraph' ? block.pieces : [])
      if (bound !== undefined && !known.has(bindingKey(bound))) found.set(bindingKey(bound), bound)
  return [...found.values()]
}

/** Tables and charts that the edit orders anew. */
export function newDrawings(before: DraftContent, { blocks }: EditedContent): readonly DraftDrawing[] {
  const present = new Set(before.blocks.map(({ id }) => id))
  return blocks.flatMap((block) => (block.kind === 'drawn' && !present.has(block.id) ? [block.drawn] : []))
}

/** What an edit brings in that the draft did not hold, as the evaluation gives it. */
export interface Computed {
  /** By `bindingKey`. */
  readonly numbers: ReadonlyMap<string, PrintedNumber>
  /** By `drawingKey`; their ids are not those of the draft. */
  readonly drawings?: ReadonlyMap<string, DraftTable | DraftChart>
}

/**
 * The draft after an edit. Words are what the page sent; what a bound number prints is never the page's to say, but
 * stands in the draft or in `computed`. Blocks that the page names and the draft lacks are new paragraphs of its own.
 */
export function settleEdit(
  before: DraftContent,
  edited: EditedContent,
  { numbers, drawings = new Map() }: Computed,
): DraftContent {
  const printed = printedIn(before)
  const byId = new Map(before.blocks.map((block) => [block.id, block]))
  const print = (binding: DraftBinding): PrintedNumber => {
    const key = bindingKey(binding)
    return printed.get(key) ?? numbers.get(key) ?? { text: '' }
  }
  const blocks = edited.blocks.flatMap((block) => {
    const former = byId.get(block.id)
    return (block.kind === 'drawn' ? settleDrawn(block, former, drawings) : settleBlock(block, former, print)) ?? []
  })
  const left = new Set(blocks.map(({ key }) => key))
  const gone = before.blocks.flatMap(({ key }) => (key === undefined || left.has(key) ? [] : [key]))
  const { blocks: _, ...around } = edited
  return {
    ...around,
    blocks,
    dropped: [...new Set([...before.dropped.filter((key) => !left.has(key)), ...gone])],
  }
}

function printedIn({ blocks }: DraftContent): ReadonlyMap<string, PrintedNumber> {
  const pieces = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [...block.pieces, ...(block.suggested ?? [])] : [],
  )
  return new Map(pieces.flatMap((piece) => (piece.bound === undefined ? [] : [[bindingKey(piece.bound), piece]])))
}

function settleDrawn(
  { id, drawn }: Extract<EditedBlock, { kind: 'drawn' }>,
  before: DraftBlock | undefined,
  drawings: ReadonlyMap<string, DraftTable | DraftChart>,
): DraftBlock | undefined {
  const made = drawings.get(drawingKey(drawn))
  return before ?? (made === undefined ? undefined : { ...made, id, drawn })
}

function settleBlock(
  edited: Exclude<EditedBlock, { kind: 'drawn' }>,
  before: DraftBlock | undefined,
  print: (binding: DraftBinding) => PrintedNumber,
): DraftBlock | undefined {
  switch (edited.kind) {
    case 'heading': {
      const { id, level, text } = edited
      const key = before?.kind === 'heading' ? before.key : undefined
      return { kind: 'heading', id, ...(key !== undefined && { key }), level, text }
    }
    case 'paragraph':
      return settleParagraph(edited, before?.kind === 'paragraph' ? before : undefined, print)
    case 'kept':
      if (before?.kind !== 'table' && before?.kind !== 'chart') return before
      return settleKept(edited, before)
  }
}

function settleKept(
  { title, settled }: Extract<EditedBlock, { kind: 'kept' }>,
  before: DraftTable | DraftChart,
): DraftTable | DraftChart {
  const titled = title === undefined || title === titleOf(before) ? before : withTitle(before, title)
  if (settled !== true) return titled
  const { changed: _, ...seen } = titled
  return seen
}

function settleParagraph(
  { id, pieces, settled }: Extract<EditedBlock, { kind: 'paragraph' }>,
  before: DraftParagraph | undefined,
  print: (binding: DraftBinding) => PrintedNumber,
): DraftParagraph {
  const kept = pieces.map((piece) => settlePiece(piece, print)).filter(({ text }) => text !== '')
  const seen = settled === true ? before?.suggested : undefined
  const laid = seen === undefined ? before?.laid : textOfPieces(seen)
  return {
    kind: 'paragraph',
    id,
    ...(before?.key !== undefined && { key: before.key }),
    pieces: kept,
    ...(laid !== undefined && { laid }),
    ...(before?.suggested !== undefined && settled !== true && { suggested: before.suggested }),
    ...(before?.former !== undefined && settled !== true && { former: before.former }),
  }
}

function settlePiece({ text, bound, was }: DraftPiece, print: (binding: DraftBinding) => PrintedNumber): DraftPiece {
  if (bound === undefined) return { text }
  const { text: printed, sources } = print(bound)
  return { text: printed, bound, ...(sources !== undefined && { sources }), ...(was !== undefined && { was }) }
}
