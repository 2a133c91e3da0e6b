import type { Ctx } from '../platform/ctx.ts'

export interface Forgetting {
  readonly county: string
  /** As `enrolment.case`. */
  readonly kind: string
  readonly ids: readonly string[]
  /** What stands in place of the title. */
  readonly title: string
}

/** Takes the names out of time limits of what has been destroyed, and out of what was sent for them. The caller reaches all of them. */
export async function forgetTitles({ db }: Ctx, { county, kind, ids, title }: Forgetting): Promise<void> {
  const own = [county, kind, ids, title]
  await db.run(
    `update clocks_clocks set title = $4 where county_code = $1 and subject_kind = $2 and subject_id = any($3::text[])`,
    own,
  )
  await db.run(
    `update clocks_firings set title = $4 where county_code = $1 and subject_kind = $2 and subject_id = any($3::text[])`,
    own,
  )
}
