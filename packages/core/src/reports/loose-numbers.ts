import { type DraftContent, type DraftParagraph, isEdited } from './draft.ts'

/** A number that stands in the words of a paragraph and is bound to no figure. */
export interface LooseNumber {
  readonly id: string
  /** Block that it stands in. */
  readonly block: string
  readonly text: string
  /** Some words on both sides. */
  readonly around: string
  /** Typed by somebody, or written by the outline without a formula. */
  readonly by: 'hand' | 'outline'
}

const DIGITS = '[0-9０-９]'
const NUMBER = new RegExp(
  `${DIGITS}[0-9０-９,，]*(?:[.．]${DIGITS}+)?\\s*(?:%|％|‰|个百分点|万元|亿元|元|万人|人|名|所|个|间|平方米|册|台|套|公里|倍)?`,
  'g',
)

/** What is no amount: a year, a day, a number in a row, of a table, a document or an item. */
const BEFORE = /(?:第|表|图|附件|〔|[A-Za-z])\s*$/u
const AFTER = /^\s*(?:年(?!级)|月|日|时|号|季度|〕|[—－～~-]\s*[0-9０-９]{4}\s*年)/u
const ORDINAL = /^[.．、](?!\d)/u

/** Every number that is not bound: whoever sends a report knows of each that it does not follow the evaluation. */
export function looseNumbers({ blocks }: Pick<DraftContent, 'blocks'>): readonly LooseNumber[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? looseIn(block) : []))
}

function looseIn(block: DraftParagraph): readonly LooseNumber[] {
  const written = isEdited(block) ? writtenByOutline(block) : undefined
  return block.pieces.flatMap(({ text, bound }, piece) =>
    bound !== undefined
      ? []
      : amountsIn(text, piece === 0).map(({ amount, at }) => ({
          id: `${block.id}:${piece}:${at}`,
          block: block.id,
          text: amount,
          around: text.slice(Math.max(0, at - 8), at + amount.length + 6),
          by: written === undefined || take(written, amount) ? ('outline' as const) : ('hand' as const),
        })),
  )
}

/** Amounts that the outline wrote and that are not those of the bound pieces still there. */
function writtenByOutline({ laid, pieces }: DraftParagraph): string[] {
  const left = amountsIn(laid ?? '', true).map(({ amount }) => amount)
  for (const { bound, text } of pieces) {
    const found = bound === undefined ? -1 : left.findIndex((amount) => amount.startsWith(text))
    if (found >= 0) left.splice(found, 1)
  }
  return left
}

function take(amounts: string[], amount: string): boolean {
  const at = amounts.indexOf(amount)
  if (at >= 0) amounts.splice(at, 1)
  return at >= 0
}

function amountsIn(text: string, isStart: boolean): readonly { readonly amount: string; readonly at: number }[] {
  return [...text.matchAll(NUMBER)].flatMap((found) => {
    const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
    const isOrdinal = isStart && before.trim() === '' && ORDINAL.test(after)
    return isOrdinal || BEFORE.test(before) || AFTER.test(after) ? [] : [{ amount: found[0].trim(), at: found.index }]
  })
}
