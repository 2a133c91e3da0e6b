import type { NeedList } from '@eduduty/core/archive'

export type Item = NeedList['items'][number]

/** How deep a number stands among the others: 1 before 1.2 before 1.2.3. */
export function depthOf(no: string, all: readonly string[]): number {
  const depth = (one: string): number => one.split(/[.\-．]/).filter((part) => part !== '').length
  return Math.max(0, depth(no) - Math.min(...all.map(depth)))
}

const byNumber = new Intl.Collator('zh-CN', { numeric: true })

/** In the order of the framework's numbers; those without one at the end. */
export const itemsInOrder = (items: readonly Item[]): readonly Item[] =>
  items.toSorted((one, other) => Number(one.no === '') - Number(other.no === '') || byNumber.compare(one.no, other.no))
