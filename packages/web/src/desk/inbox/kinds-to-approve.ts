import type { InboxItem } from '@eduduty/core/desk'

/** Forms of one kind that wait for the same yes. */
export interface ApprovalKind {
  readonly key: string
  readonly step: NonNullable<InboxItem['may_approve']>
  readonly deed: string
  readonly title: string
  readonly items: readonly InboxItem[]
}

/** Kinds of which two or more wait, the most numerous first; what is done for a colleague is left to their own page. */
export function kindsToApprove(items: readonly InboxItem[]): readonly ApprovalKind[] {
  const kinds = new Map<string, ApprovalKind>()
  for (const item of items) {
    const { may_approve: step, acting_for: acting, deed, title } = item
    if (step === undefined || acting !== undefined) continue
    const key = `${step} ${title}`
    const known = kinds.get(key)
    kinds.set(key, { key, step, deed, title, items: [...(known?.items ?? []), item] })
  }
  return [...kinds.values()]
    .filter((kind) => kind.items.length > 1)
    .sort((one, other) => other.items.length - one.items.length)
}
