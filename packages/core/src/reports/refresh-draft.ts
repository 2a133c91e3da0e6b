import type { ReportModel } from '../documents/index.ts'
import {
  bindingKey,
  type DraftBinding,
  type DraftBlock,
  type DraftChart,
  type DraftContent,
  type DraftDrawing,
  type DraftParagraph,
  type DraftPiece,
  type DraftTable,
  isEdited,
  type PrintedNumber,
  textOfPieces,
} from './draft.ts'
import { titleOf, withTitle } from './own-title.ts'
import { startDraft } from './start-draft.ts'

/** What new figures did to a draft, in numbers. */
export interface Refreshed {
  readonly content: DraftContent
  /** Numbers that print otherwise than before. */
  readonly figures: number
  /** Paragraphs, tables and charts that nobody had edited and that were written anew. */
  readonly rewritten: number
  readonly added: number
  readonly removed: number
  /** Edited paragraphs for which the outline would now find other words. */
  readonly suggested: number
}

/**
 * Puts the figures of another evaluation into a draft. What nobody has edited is written anew by the outline; in what
 * somebody has, only the numbers change, and each keeps what it was until it has been looked at. `laid` is the outline's
 * report of that evaluation, `print` what a bound number prints there, `draw` a table or chart that a writer ordered.
 */
export function refreshDraft(
  draft: DraftContent,
  laid: ReportModel,
  print: (binding: DraftBinding) => PrintedNumber,
  draw: (drawing: DraftDrawing) => DraftTable | DraftChart | undefined = () => undefined,
): Refreshed {
  const fresh = startDraft(laid)
  const byKey = new Map(fresh.blocks.map((block) => [block.key, block]))
  const present = new Set(draft.blocks.map(({ key }) => key))
  const freshOf = (block: DraftBlock): DraftBlock | undefined => {
    const drawn = block.kind === 'table' || block.kind === 'chart' ? block.drawn : undefined
    const made = drawn === undefined ? undefined : draw(drawn)
    return made === undefined || drawn === undefined ? byKey.get(block.key) : { ...made, drawn }
  }
  const kept = draft.blocks.flatMap((block) => refreshBlock(block, freshOf(block), print) ?? [])
  const blocks = withNew(kept, fresh.blocks, (key) => present.has(key) || draft.dropped.includes(key ?? ''))
  const before = new Map(draft.blocks.map((block) => [block.id, block]))
  return {
    content: { ...draft, blocks },
    figures: blocks.reduce((sum, block) => sum + changedFigures(block, before.get(block.id)), 0),
    rewritten: blocks.filter((block) => isRewritten(block, before.get(block.id))).length,
    added: blocks.filter(({ id }) => !before.has(id)).length,
    removed: draft.blocks.length - kept.length,
    suggested: blocks.filter((block) => block.kind === 'paragraph' && block.suggested !== undefined).length,
  }
}

/** Undefined for what the outline no longer says and nobody has made their own. */
function refreshBlock(
  block: DraftBlock,
  fresh: DraftBlock | undefined,
  print: (binding: DraftBinding) => PrintedNumber,
): DraftBlock | undefined {
  if (block.kind === 'heading') return block
  if (block.kind === 'paragraph') {
    const now = fresh?.kind === 'paragraph' ? fresh : undefined
    return refreshParagraph(block, now, print)
  }
  // Of tables and charts only the title can be edited: the outline's figures are always the right ones.
  if (fresh === undefined || fresh.kind !== block.kind || (fresh.kind !== 'table' && fresh.kind !== 'chart'))
    return undefined
  const titled = block.titled === true ? withTitle(fresh, titleOf(block)) : fresh
  const same = sameFigures(block, titled) && block.changed !== true
  return { ...titled, id: block.id, ...(!same && { changed: true }) }
}

function refreshParagraph(
  block: DraftParagraph,
  fresh: DraftParagraph | undefined,
  print: (binding: DraftBinding) => PrintedNumber,
): DraftParagraph | undefined {
  if (block.key !== undefined && !isEdited(block)) {
    if (fresh === undefined) return undefined
    return rewrite(block, fresh)
  }
  const pieces = block.pieces.map((piece) => (piece.bound === undefined ? piece : renewed(piece, print(piece.bound))))
  const { suggested: _, ...own } = block
  if (fresh?.laid === undefined || block.laid === undefined) return { ...own, pieces }
  // What the outline wrote before is kept until its new words have been looked at.
  return skeleton(fresh.laid) === skeleton(block.laid)
    ? { ...own, pieces, laid: fresh.laid }
    : { ...own, pieces, suggested: fresh.pieces }
}

/** Written anew: in other words, all of it has to be looked at; in the same words, the numbers that changed. */
function rewrite(block: DraftParagraph, fresh: DraftParagraph): DraftParagraph {
  const [before, now] = [textOfPieces(block.pieces), textOfPieces(fresh.pieces)]
  const isSame = block.former === undefined && skeleton(before) === skeleton(now)
  if (isSame) return { ...fresh, id: block.id, pieces: markChanges(block.pieces, fresh.pieces) }
  const former = block.former ?? before
  return { ...fresh, id: block.id, ...(former !== now && { former }) }
}

/** A number that comes back to what it was needs no look. */
function renewed({ bound, text, was }: DraftPiece, { text: now, sources }: PrintedNumber): DraftPiece {
  const before = was ?? text
  return {
    text: now,
    ...(bound !== undefined && { bound }),
    ...(sources !== undefined && { sources }),
    ...(before !== now && { was: before }),
  }
}

/** Numbers of a paragraph written anew, each beside the one of the same formula before. */
function markChanges(before: readonly DraftPiece[], now: readonly DraftPiece[]): DraftPiece[] {
  const former = new Map(
    before.flatMap((piece) => (piece.bound === undefined ? [] : [[bindingKey(piece.bound), piece]])),
  )
  return now.map((piece) => {
    const old = piece.bound === undefined ? undefined : former.get(bindingKey(piece.bound))
    const was = old?.was ?? old?.text
    return was === undefined || was === piece.text ? piece : { ...piece, was }
  })
}

/** Words without numbers: whether two texts say the same of other figures. */
const skeleton = (text: string): string => text.replace(/（未报）|\d+(?:\.\d+)?/g, '#')

function sameFigures(one: DraftBlock, other: DraftBlock): boolean {
  const plain = ({ id: _id, ...block }: DraftBlock): string => JSON.stringify({ ...block, changed: undefined })
  return plain(one) === plain(other)
}

/** What the outline says for the first time stands behind what it stood behind in the outline. */
function withNew(
  kept: readonly DraftBlock[],
  fresh: readonly DraftBlock[],
  isKnown: (key: string | undefined) => boolean,
): DraftBlock[] {
  const blocks = [...kept]
  for (const [at, block] of fresh.entries()) {
    if (isKnown(block.key)) continue
    const before = fresh.slice(0, at).findLast(({ key }) => blocks.some((one) => one.key === key))
    const place = before === undefined ? 0 : blocks.findIndex(({ key }) => key === before.key) + 1
    blocks.splice(place, 0, block.kind === 'paragraph' ? { ...block, former: '' } : block)
  }
  return blocks
}

function changedFigures(block: DraftBlock, before: DraftBlock | undefined): number {
  if (block.kind !== 'paragraph' || before?.kind !== 'paragraph') return 0
  return block.pieces.filter(({ was }) => was !== undefined).length
}

function isRewritten(block: DraftBlock, before: DraftBlock | undefined): boolean {
  if (before === undefined || block.kind === 'heading') return false
  if (block.kind !== 'paragraph') return block.changed === true
  return before.kind === 'paragraph' && !isEdited(before) && textOfPieces(block.pieces) !== textOfPieces(before.pieces)
}
