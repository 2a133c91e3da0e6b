import type { OwnAffairs } from '../../platform/http/own-affairs.ts'

/** Notes that somebody knows of these; what they do not have before them is noted without any effect. */
export async function markSeen({ door, atUnits, actor, units }: OwnAffairs, keys: readonly string[]): Promise<void> {
  const [path] = units
  if (path === undefined) return
  await door.write(atUnits, async ({ db, now }) => {
    await db.kysely
      .insertInto('desk_receipts')
      .values(
        [...new Set(keys)].map((key) => ({
          county_code: actor.county,
          person_id: actor.id,
          item_key: key,
          org_path: path,
          seen_at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
