import { owedStates, type TaskList } from '@eduduty/core/collection'
import { dayOf, type GrantInForce, scopesFor } from '@eduduty/core/identity'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { atDesk, isAtDesk } from './at-desk.ts'
import { nothingWaits, readWaiting } from './read-waiting.ts'
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
  /** Only what lies with the caller. */
  readonly atMe?: boolean | undefined
  readonly page: number
  readonly size: number
}

type Where = ExpressionBuilder<Tables, 'collection_tasks'>

/** Tasks within the caller's reach: what is due soonest first, a page at a time. `grants`: the caller's. */
export async function listTasks(ctx: Ctx, filter: TaskFilter, grants: readonly GrantInForce[]): Promise<TaskList> {
  const tasks = ctx.db.kysely.selectFrom('collection_tasks').where((where) => matching(where, ctx, filter, grants))
  const { state, page, size } = filter
  const rows = await (state === undefined ? tasks : tasks.where('state', '=', state))
    .selectAll()
    .orderBy(sql`(state = 'frozen')`)
    .orderBy('due_on')
    .orderBy('period_id')
    .orderBy('unit_id')
    .orderBy('register')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const states = await tasks
    .select(({ fn }) => ['state', fn.countAll<number>().as('tasks')])
    .groupBy('state')
    .execute()
  const counts = Object.fromEntries(states.map((one) => [one.state, one.tasks]))
  const total = state === undefined ? states.reduce((sum, one) => sum + one.tasks, 0) : (counts[state] ?? 0)
  const packs = await packsOf(ctx, rows)
  const viewer = { actor: ctx.actor, grants }
  const waiting = await readWaiting(ctx.db, rows)
  return {
    tasks: rows.flatMap((row) => {
      const pack = packs.get(row.pack_hash)
      if (pack === undefined) return []
      const waits = waiting.get(row.task_id) ?? nothingWaits
      return [{ ...presentTask(row, pack), at_me: isAtDesk(row, viewer, waits.requested), ...waits }]
    }),
    total,
    states: counts,
    ...(await listChoices(ctx)),
    reminders: await ctx.db.run<TaskList['reminders'][number]>(
      `select reminder_id, unit_name, message, reminded_by, reminded_at from collection_reminders
       where seen_at is null and org_path = any($1::text[]) order by reminded_at desc limit 20`,
      [scopesFor(grants, 'collection.fill')],
    ),
  }
}

/** Every filter but the state: how many tasks stand in each state is counted by the others. */
function matching(where: Where, ctx: Ctx, filter: TaskFilter, grants: readonly GrantInForce[]) {
  const { county, period, register, township, unit, text = '', owing, overdue, atMe } = filter
  const isOwed = where('state', 'in', owedStates)
  const wanted = text.trim()
  return where.and([
    ...(county === undefined ? [] : [where('county_code', '=', county)]),
    ...(period === undefined ? [] : [where('period_id', '=', period)]),
    ...(register === undefined ? [] : [where('register', '=', register)]),
    ...(township === undefined ? [] : [where('township', '=', township)]),
    ...(unit === undefined ? [] : [where('unit_id', '=', unit)]),
    ...(wanted === ''
      ? []
      : [where.or([sql<boolean>`strpos(unit_name, ${wanted}) > 0`, where('unit_code', '=', wanted)])]),
    ...(owing === true || overdue === true ? [isOwed] : []),
    ...(overdue === true ? [where('due_on', '<', dayOf(ctx.now))] : []),
    ...(atMe === true ? [atDesk(where, ctx, grants)] : []),
  ])
}

async function packsOf({ db }: Ctx, rows: readonly Pick<TaskRow, 'pack_id' | 'pack_hash'>[]) {
  const keys = new Map(rows.map((row) => [row.pack_hash, row.pack_id]))
  const packs = await Promise.all([...keys].map(([hash, packId]) => getTaskPack(db, { packId, hash })))
  return new Map(packs.map((pack) => [pack.hash, pack]))
}

type Kind = Pick<TaskRow, 'period_id' | 'period_title' | 'register' | 'pack_id' | 'pack_hash'>

/** Periods, registers and townships to choose from: those of the tasks in reach. */
async function listChoices(ctx: Ctx): Promise<Pick<TaskList, 'periods' | 'registers' | 'townships'>> {
  const kinds = await ctx.db.run<Kind>(
    `select period_id, period_title, register, pack_id, pack_hash, max(opens_on) as opens_on from collection_tasks
     group by period_id, period_title, register, pack_id, pack_hash order by max(opens_on) desc, period_id, register`,
  )
  const townships = await ctx.db.run<{ township: string }>(
    `select distinct township from collection_tasks where township <> ''`,
  )
  const packs = await packsOf(ctx, kinds)
  const titleOf = ({ register, pack_hash }: Kind) => packs.get(pack_hash)?.register(register).title ?? register
  const periods = new Map(kinds.map((one) => [one.period_id, one.period_title]))
  const registers = new Map(kinds.map((one) => [one.register, titleOf(one)]))
  return {
    periods: [...periods].map(([period_id, title]) => ({ period_id, title })),
    registers: [...registers].map(([register, title]) => ({ register, title })),
    townships: townships.map(({ township }) => township).toSorted((a, b) => a.localeCompare(b, 'zh-CN')),
  }
}
