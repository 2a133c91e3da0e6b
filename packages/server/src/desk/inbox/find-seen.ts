import type { InboxItem } from '@eduduty/core/desk'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'

/** Keys of those that the person has taken note of. */
export async function findSeen(
  { door, atUnits, actor }: OwnAffairs,
  items: readonly InboxItem[],
): Promise<ReadonlySet<string>> {
  if (items.length === 0) return new Set()
  const rows = await door.read(atUnits, ({ db }) =>
    db.run<{ item_key: string }>(
      `select item_key from desk_receipts
       where county_code = $1 and person_id = $2 and item_key = any($3::text[])`,
      [actor.county, actor.id, items.map(({ key }) => key)],
    ),
  )
  return new Set(rows.map(({ item_key: key }) => key))
}
