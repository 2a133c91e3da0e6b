import type { DraftContent } from './draft.ts'

/** A number that stands in the words of a paragraph and comes from no figure. */
export interface LooseNumber {
  readonly id: string
  /** Block that it stands in. */
  readonly block: string
  readonly text: string
  /** Some words on both sides. */
  readonly around: string
}

const NUMBER =
  /[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?\s*(?:%|％|‰|个百分点|万元|亿元|元|万人|人|名|所|个|间|平方米|册|台|套|公里|倍)/g

/** Years, days and document numbers carry no unit of these and are left in peace, and so is what the outline wrote. */
export function looseNumbers({ blocks }: Pick<DraftContent, 'blocks'>): readonly LooseNumber[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return []
    return block.pieces.flatMap(({ text, bound }, piece) =>
      bound !== undefined
        ? []
        : [...text.matchAll(NUMBER)]
            .filter(([number]) => block.laid?.includes(number) !== true)
            .map((found) => ({
              id: `${block.id}:${piece}:${found.index}`,
              block: block.id,
              text: found[0],
              around: text.slice(Math.max(0, found.index - 8), found.index + found[0].length + 6),
            })),
    )
  })
}
