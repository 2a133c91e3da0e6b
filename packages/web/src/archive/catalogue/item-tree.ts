import type { NeedList } from '@eduduty/core/archive'

export type Item = NeedList['items'][number]

export interface ItemGroup {
  /** What the numbers of its items have in front; empty where that is itself a number. */
  readonly head: string
  readonly items: readonly Item[]
}

const byNumber = new Intl.Collator('zh-CN', { numeric: true })

/** Items under the word that their numbers begin with: the words in the framework's order, their items by number. */
export function groupItems(items: readonly Item[]): readonly ItemGroup[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const { head, tail } = splitNumber(item.no)
    groups.set(head, [...(groups.get(head) ?? []), { ...item, no: tail }])
  }
  return [...groups].map(([head, own]) => ({
    head,
    items: own.toSorted((one, other) => byNumber.compare(one.no, other.no)),
  }))
}

/** `教育质量-4` is 4 under 教育质量; `1.2` stays as it is. */
function splitNumber(no: string): { head: string; tail: string } {
  const [head = '', ...rest] = no.split(/[-－—]/)
  return /^[\dA-Za-z.（）()]*$/.test(head) ? { head: '', tail: no } : { head, tail: rest.join('-') }
}
