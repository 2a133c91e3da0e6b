import type { TaskList } from '@eduduty/core/collection'
import { dayOf, type GrantInForce, scopesFor, type Verb } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { presentTask, type TaskRow } from './task-row.ts'

export interface TaskFilter {
  readonly county?: string | undefined
  readonly period?: string | undefined
  readonly register?: string | undefined
  readonly state?: string | undefined
  readonly township?: string | undefined
  readonly unit?: string | undefined
  readonly text?: string | undefined
  /** Not handed in yet. */
  readonly owing?: boolean | undefined
  /** Not handed in, and its time is over. */
  readonly overdue?: boolean | undefined
  /** Only what lies with the caller, by these grants. */
  readonly atMe?: readonly GrantInForce[] | undefined
  readonly page: number
  readonly size: number
}

/** Filters that every number on the page shares; `$8` is the state, left out where states are counted. */
const condition = `
  ($1::text is null or county_code = $1) and ($2::text is null or period_id = $2)
  and ($3::text is null or register = $3) and ($4::text is null or township = $4)
  and ($5::text is null or unit_name like '%' || $5 || '%' or unit_code = $5)
  and (not $6::boolean or state in ('not_started', 'filling', 'returned'))
  and (not $7::boolean or (state in ('not_started', 'filling', 'returned') and due_on < $9))
  and ($10::text is null or unit_id = $10)
  and (not $11::boolean or ((assigned_to is null or assigned_to = $12) and exists (
    select from unnest(case when state in ('not_started', 'filling', 'returned') then $13::text[]
      when state = 'submitted' and has_first_review then $14::text[]
      when state <> 'frozen' then $15::text[] else '{}'::text[] end) as scope
    where starts_with(org_path, scope))))`

/** Tasks within the caller's reach: what is due soonest first, a page at a time. */
export async function listTasks(ctx: Ctx, filter: TaskFilter): Promise<TaskList> {
  const today = dayOf(ctx.now)
  const parameters = [
    filter.county ?? null,
    filter.period ?? null,
    filter.register ?? null,
    filter.township ?? null,
    filter.text === undefined || filter.text.trim() === '' ? null : filter.text.trim(),
    filter.owing ?? false,
    filter.overdue ?? false,
    filter.state ?? null,
    today,
    filter.unit ?? null,
    ...deskOf(ctx, filter.atMe),
  ]
  const rows = await ctx.db.run<TaskRow>(
    `select * from collection_tasks where ${condition} and ($8::text is null or state = $8)
     order by (state = 'frozen'), due_on, period_id, unit_id, register limit $16 offset $17`,
    [...parameters, filter.size, (filter.page - 1) * filter.size],
  )
  const states = await ctx.db.run<{ state: string; tasks: number }>(
    `select state, count(*) as tasks from collection_tasks where ${condition} and $8::text is not distinct from $8
     group by state`,
    parameters,
  )
  const counts = Object.fromEntries(states.map(({ state, tasks }) => [state, tasks]))
  const total =
    filter.state === undefined ? states.reduce((sum, one) => sum + one.tasks, 0) : (counts[filter.state] ?? 0)
  const packs = await packsOf(ctx, rows)
  return {
    tasks: rows.flatMap((row) => {
      const pack = packs.get(row.pack_hash)
      return pack === undefined ? [] : [presentTask(row, pack)]
    }),
    total,
    states: counts,
    ...(await listChoices(ctx)),
    reminders: await ctx.db.run<TaskList['reminders'][number]>(
      `select reminder_id, unit_name, message, reminded_by, reminded_at from collection_reminders
       where seen_at is null and org_path = $1 order by reminded_at desc limit 20`,
      [ctx.actor.path],
    ),
  }
}

/** Whether only the caller's desk is wanted; who they are; where they fill in, review first, review. */
function deskOf({ actor }: Ctx, grants: readonly GrantInForce[] | undefined): readonly unknown[] {
  const scopes = (verb: Verb) => (grants === undefined ? [] : scopesFor(grants, verb))
  return [
    grants !== undefined,
    actor.id,
    scopes('collection.fill'),
    scopes('collection.review_first'),
    scopes('collection.review'),
  ]
}

async function packsOf({ db }: Ctx, rows: readonly Pick<TaskRow, 'pack_id' | 'pack_hash'>[]) {
  const keys = new Map(rows.map((row) => [row.pack_hash, row.pack_id]))
  const packs = await Promise.all([...keys].map(([hash, packId]) => getTaskPack(db, { packId, hash })))
  return new Map(packs.map((pack) => [pack.hash, pack]))
}

/** Periods and registers to choose from: those of the tasks in reach. */
async function listChoices(ctx: Ctx): Promise<Pick<TaskList, 'periods' | 'registers'>> {
  const kinds = await ctx.db.run<Pick<TaskRow, 'period_id' | 'period_title' | 'register' | 'pack_id' | 'pack_hash'>>(
    `select period_id, period_title, register, pack_id, pack_hash, max(opens_on) as opens_on from collection_tasks
     group by period_id, period_title, register, pack_id, pack_hash order by max(opens_on) desc, period_id, register`,
  )
  const packs = await packsOf(ctx, kinds)
  const titleOf = ({ register, pack_hash }: (typeof kinds)[number]) =>
    packs.get(pack_hash)?.register(register).title ?? register
  return {
    periods: [...new Map(kinds.map((one) => [one.period_id, one.period_title]))].map(([period_id, title]) => ({
      period_id,
      title,
    })),
    registers: [...new Map(kinds.map((one) => [one.register, titleOf(one)]))].map(([register, title]) => ({
      register,
      title,
    })),
  }
}
