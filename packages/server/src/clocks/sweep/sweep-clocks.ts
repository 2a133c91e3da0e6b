import { dayOf } from '@eduduty/core/calendar'
import { clockOf, type Firing, sweepClock } from '@eduduty/core/clocks'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { ClockRule } from '@eduduty/core/packs'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { readCalendar } from '../calendar/read-calendar.ts'
import { readEvents } from '../clock-row.ts'
import { findCountyPosts } from './find-county-posts.ts'
import { recipientOf } from './recipient-of.ts'

interface DueRow {
  readonly clock_id: string
  readonly org_path: OrgPath
  readonly title: string
  readonly rule: ClockRule
  readonly due_on: string | null
  readonly subject_kind: string
  readonly subject_id: string
}

interface Fired {
  readonly row: DueRow
  readonly firing: Firing
  /** The unit that is told. */
  readonly to: OrgPath
}

const AT_ONCE = 1000

/**
 * Does what time limits do by themselves: reminders, overdue marks, escalations. What an outage left undone is done now,
 * each thing once; two programs that sweep at the same time share the work. Gives how many things were done.
 */
export async function sweepClocks(door: Door, now: Date): Promise<number> {
  const today = dayOf(now)
  const caller = systemCaller('期限巡查')
  const counties = await door.read(caller, ({ db }) =>
    db.run<{ county_code: string }>(
      `select distinct county_code from clocks_clocks where state = 'running' and next_on <= $1 order by county_code`,
      [today],
    ),
  )
  let done = 0
  for (const { county_code: county } of counties) {
    const own = systemCaller('期限巡查', { county, path: areaPath(county) })
    for (let swept = AT_ONCE; swept === AT_ONCE; ) {
      const turn = await door.write(own, (ctx) => sweepCounty(ctx, county, today))
      swept = turn.swept
      done += turn.fired
    }
  }
  return done
}

/** One handful of a county's clocks, in one transaction. */
async function sweepCounty(ctx: Ctx, county: string, today: string): Promise<{ swept: number; fired: number }> {
  const rows = await ctx.db.run<DueRow>(
    `select clock_id, org_path, title, rule, due_on, subject_kind, subject_id from clocks_clocks
     where county_code = $1 and state = 'running' and next_on <= $2
     order by next_on, clock_id limit ${AT_ONCE} for update skip locked`,
    [county, today],
  )
  if (rows.length === 0) return { swept: 0, fired: 0 }
  const ids = rows.map(({ clock_id: id }) => id)
  const calendar = await readCalendar(ctx.db, county)
  const done = await readDone(ctx, county, ids)
  const events = await readEvents(ctx.db, county, ids)
  const swept = rows.map((row) => {
    const clock = clockOf(row.rule, events.get(row.clock_id) ?? [], calendar)
    return { row, ...sweepClock(clock, today, done.get(row.clock_id) ?? new Set(), calendar) }
  })
  const posts = await findCountyPosts(ctx, county)
  const fired = swept.flatMap(({ row, fire }) =>
    fire.map((firing): Fired => ({ row, firing, to: recipientOf(row, firing.rung, { county, posts }) })),
  )
  await keepFirings(ctx, county, fired)
  await ctx.db.run(
    `update clocks_clocks set next_on = new.next_on::date from unnest($2::text[], $3::text[]) as new (id, next_on)
     where county_code = $1 and clock_id = new.id`,
    [county, ids, swept.map(({ nextOn }) => nextOn ?? null)],
  )
  if (fired.length > 0) ctx.audit({ action: 'clocks.sweep', subject: `${today} 期限巡查`, detail: countsOf(fired) })
  return { swept: rows.length, fired: fired.length }
}

async function readDone(ctx: Ctx, county: string, ids: readonly string[]): Promise<ReadonlyMap<string, Set<string>>> {
  const rows = await ctx.db.run<{ clock_id: string; firing_key: string }>(
    `select clock_id, firing_key from clocks_firings where county_code = $1 and clock_id = any($2::text[])`,
    [county, ids],
  )
  const done = new Map<string, Set<string>>()
  for (const { clock_id: id, firing_key: key } of rows) done.set(id, (done.get(id) ?? new Set()).add(key))
  return done
}

/** Primary key and `on conflict` hold against doing one twice, whatever else went wrong. */
async function keepFirings(ctx: Ctx, county: string, fired: readonly Fired[]): Promise<void> {
  for (let at = 0; at < fired.length; at += AT_ONCE) {
    const values = fired.slice(at, at + AT_ONCE).map(({ row, firing, to }) => ({
      county_code: county,
      clock_id: row.clock_id,
      firing_key: firing.key,
      kind: firing.kind,
      org_path: to,
      post: firing.rung?.post ?? '',
      on_day: firing.on,
      due_on: row.due_on ?? firing.on,
      title: row.title,
      fired_at: ctx.now,
      subject_kind: row.subject_kind,
      subject_id: row.subject_id,
    }))
    await ctx.db.kysely
      .insertInto('clocks_firings')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

function countsOf(fired: readonly Fired[]) {
  const of = (kind: Firing['kind']) => fired.filter(({ firing }) => firing.kind === kind).length
  return { reminded: of('remind'), overdue: of('overdue'), escalated: of('escalate') }
}
