import type { ArchiveDeed } from '@eduduty/core/archive'
import type { Ctx } from '../platform/ctx.ts'

/** One thing that happened to a paper or a need. */
export interface EventNote {
  readonly subject: 'paper' | 'need'
  readonly id: string
  readonly path: string
  readonly deed: ArchiveDeed
  readonly says: string
}

/** Adds to the histories of papers and needs of a county; each at most once in one call. */
export async function noteEvents(ctx: Ctx, county: string, notes: readonly EventNote[]): Promise<void> {
  if (notes.length === 0) return
  const column = (of: (note: EventNote) => string): string[] => notes.map(of)
  await ctx.db.run(
    `insert into archive_events
       (county_code, subject, subject_id, event_no, org_path, deed, says, person_id, person_name, happened_at)
     select $1, n.subject, n.id,
       (select coalesce(max(e.event_no), 0) + 1 from archive_events e
         where e.county_code = $1 and e.subject = n.subject and e.subject_id = n.id),
       n.path, n.deed, n.says, $7, $8, $9::timestamptz
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as n (subject, id, path, deed, says)`,
    [
      county,
      column(({ subject }) => subject),
      column(({ id }) => id),
      column(({ path }) => path),
      column(({ deed }) => deed),
      column(({ says }) => says),
      ctx.actor.id,
      ctx.actor.name,
      ctx.now,
    ],
  )
}
