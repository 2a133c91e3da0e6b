import type {
  DraftBlock,
  DraftDrawing,
  DraftPiece,
  EditedBlock,
  EditedContent,
  ReportDetail,
} from '@eduduty/core/reports'

/** A change of the report: what stands in the place of its blocks, and of what is around them. */
export interface Edit {
  readonly blocks?: (blocks: readonly EditedBlock[]) => readonly EditedBlock[]
  readonly around?: Partial<Omit<EditedContent, 'blocks'>>
}

/** The whole report as it is sent to be saved. */
export function editedContent({ content }: ReportDetail, { blocks, around }: Edit): EditedContent {
  const { dropped: _, blocks: before, ...rest } = content
  const plain = before.map(plainBlock)
  return { ...rest, ...around, blocks: [...(blocks === undefined ? plain : blocks(plain))] }
}

function plainBlock(block: DraftBlock): EditedBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', id: block.id, level: block.level, text: block.text }
    case 'paragraph':
      return { kind: 'paragraph', id: block.id, pieces: block.pieces }
    case 'table':
    case 'chart':
      return { kind: 'kept', id: block.id }
  }
}

const replacing =
  (id: string, change: (block: EditedBlock) => readonly EditedBlock[]) =>
  (blocks: readonly EditedBlock[]): readonly EditedBlock[] =>
    blocks.flatMap((block) => (block.id === id ? change(block) : [block]))

/** Other words in a paragraph; what was to be looked at in it stays so. */
export const withPieces = (id: string, pieces: readonly DraftPiece[]): Edit => ({
  blocks: replacing(id, () => [{ kind: 'paragraph', id, pieces: [...pieces] }]),
})

/** Somebody has looked at what new figures did to a block. `pieces`: other words taken with it. */
export const looked = (id: string, pieces?: readonly DraftPiece[]): Edit => ({
  blocks: replacing(id, (block) => {
    if (block.kind === 'heading' || block.kind === 'drawn') return [block]
    if (block.kind === 'kept') return [{ ...block, settled: true }]
    const seen = (pieces ?? block.pieces).map(({ was: _, ...piece }) => piece)
    return [{ ...block, pieces: seen, settled: true }]
  }),
})

export const without = (id: string): Edit => ({ blocks: replacing(id, () => []) })

export const addedBelow = (id: string, newId: string): Edit => ({
  blocks: replacing(id, (block) => [block, { kind: 'paragraph', id: newId, pieces: [] }]),
})

/** A new table or chart, which the evaluation draws. */
export const drawnBelow = (id: string, newId: string, drawn: DraftDrawing): Edit => ({
  blocks: replacing(id, (block) => [block, { kind: 'drawn', id: newId, drawn }]),
})

export const withHeading = (id: string, text: string): Edit => ({
  blocks: replacing(id, (block) => (block.kind === 'heading' ? [{ ...block, text }] : [block])),
})

/** Another title over a table or chart. */
export const withTitle = (id: string, title: string): Edit => ({
  blocks: replacing(id, (block) => (block.kind === 'kept' ? [{ ...block, title }] : [block])),
})

/** One place up or down. */
export const moved = (id: string, by: -1 | 1): Edit => ({
  blocks: (blocks) => {
    const at = blocks.findIndex((block) => block.id === id)
    const [block] = blocks.slice(at, at + 1)
    if (at < 0 || block === undefined || at + by < 0 || at + by >= blocks.length) return blocks
    return blocks.toSpliced(at, 1).toSpliced(at + by, 0, block)
  },
})
