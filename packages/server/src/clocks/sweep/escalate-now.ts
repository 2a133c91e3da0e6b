import { dayOf } from '@eduduty/core/calendar'
import type { OrgPath } from '@eduduty/core/organizations'
import type { ClockRule } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { ClockKey } from '../clock-row.ts'
import { findCountyPosts } from './find-county-posts.ts'
import { recipientOf } from './recipient-of.ts'

interface ClockRow {
  readonly org_path: OrgPath
  readonly title: string
  readonly rule: ClockRule
  readonly due_on: string | null
  readonly subject_kind: string
  readonly subject_id: string
}

/** Marks what was told because somebody asked for it, not because a day was over. */
export const askedKey = 'asked'

/**
 * Tells a post of a time limit's ladder now, without waiting for the day to be over: the `rung`-th, counted from 1, or the
 * last one; gives the post, empty where the limit has no ladder. Error: no such clock within reach, which is a bug of the caller.
 */
export async function escalateNow(ctx: Ctx, { county, clock }: ClockKey, rung: number): Promise<string> {
  const [row] = await ctx.db.run<ClockRow>(
    `select org_path, title, rule, due_on, subject_kind, subject_id from clocks_clocks
     where county_code = $1 and clock_id = $2`,
    [county, clock],
  )
  if (row === undefined) throw new Error(`no clock ${clock} in ${county}`)
  const found = row.rule.ladder[Math.min(Math.max(rung, 1), row.rule.ladder.length) - 1]
  if (found === undefined) return ''
  const today = dayOf(ctx.now)
  await ctx.db.kysely
    .insertInto('clocks_firings')
    .values({
      county_code: county,
      clock_id: clock,
      firing_key: `${row.due_on ?? today} ${askedKey} ${rung}`,
      kind: 'escalate',
      org_path: recipientOf(row, found, { county, posts: await findCountyPosts(ctx, county) }),
      post: found.post,
      on_day: today,
      due_on: row.due_on ?? today,
      title: row.title,
      fired_at: ctx.now,
      subject_kind: row.subject_kind,
      subject_id: row.subject_id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return found.post
}
