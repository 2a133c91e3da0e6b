import { type Acting, reviewsFor } from '../acting.ts'
import type { StoredLink } from './link-row.ts'
import type { StoredNeed } from './need-row.ts'

/** The first paper of a need that waits for the caller: unread, whole, in reach, and of somebody else. */
export function paperToReview(
  acting: Acting,
  need: Pick<StoredNeed, 'org_path' | 'waived_reason' | 'spared_because'>,
  links: readonly StoredLink[],
): string | undefined {
  if (need.waived_reason !== null || need.spared_because !== null) return undefined
  if (!reviewsFor(acting, need.org_path)) return undefined
  const waits = links.filter((link) => link.verdict === null && link.lacks === '' && link.is_visible)
  return waits.find((link) => !link.is_withdrawn && !link.is_damaged && !isOwn(acting, link))?.paper_id
}

/** Nobody judges what they have uploaded themselves, nor what was uploaded by whom they act for. */
export function isOwn({ ctx }: Pick<Acting, 'ctx'>, { provided_by: by }: Pick<StoredLink, 'provided_by'>): boolean {
  return by === ctx.actor.id || by === ctx.actor.behalf?.id
}
