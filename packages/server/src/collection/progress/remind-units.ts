import { randomUUID } from 'node:crypto'
import { daysBetween } from '@eduduty/core/calendar'
import { owedStates, type RemindBody, type Reminded } from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getTaskPack, type TaskPack } from '../packs/task-pack.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'
import { stillReportable } from '../tasks/still-reportable.ts'

/** Unknown units that a refusal names. */
const NAMED = 5

interface OwedTable {
  readonly register: string
  readonly state: string
  readonly due_on: string
}

interface Owing {
  readonly unit_id: string
  readonly unit_name: string
  readonly org_path: string
  readonly tables: readonly OwedTable[]
  readonly reminded_at: string | null
}

/**
 * Reminds every unit that owes something, once a day at most; of a closed period what was returned. Errors: `collection.period_not_found`,
 * `collection.units_unknown` for units without a task in it.
 */
export async function remindUnits(ctx: Ctx, key: PeriodKey, body: RemindBody): Promise<Reminded> {
  const period = await getPeriod(ctx, key)
  await assertOfPeriod(ctx, key, body.unit_ids)
  const pack = await getTaskPack(ctx.db, { packId: period.pack_id, hash: period.pack_hash })
  const today = dayOf(ctx.now)
  const owing = await ctx.db.run<Owing>(
    `select unit_id, unit_name, org_path, jsonb_agg(jsonb_build_object('register', register, 'state', state, 'due_on', due_on)
         order by due_on, register) as tables, max(reminded_at)::timestamptz as reminded_at
     from collection_tasks
     where county_code = $1 and period_id = $2 and state = any($5::text[])
       and ${stillReportable} and opens_on <= $4 and (cardinality($3::text[]) = 0 or unit_id = any($3::text[]))
     group by unit_id, unit_name, org_path order by org_path`,
    [key.county, key.periodId, body.unit_ids, today, owedStates],
  )
  const due = owing.filter(({ reminded_at }) => reminded_at === null || dayOf(new Date(reminded_at)) !== today)
  const texts = new Map(
    due.map((unit) => [unit.unit_id, `${reasonFor(unit, period.title, today, pack)}${body.message ?? ''}`]),
  )
  await ctx.db.loadRows(
    'collection_reminders',
    [
      'county_code',
      'reminder_id',
      'period_id',
      'unit_id',
      'unit_name',
      'tasks',
      'message',
      'reminded_by',
      'reminded_at',
      'org_path',
    ],
    due.map((unit) => [
      key.county,
      randomUUID(),
      key.periodId,
      unit.unit_id,
      unit.unit_name,
      unit.tables.length,
      texts.get(unit.unit_id) ?? '',
      ctx.actor.name,
      ctx.now,
      unit.org_path,
    ]),
  )
  await ctx.db.run(
    `update collection_tasks set reminded_count = reminded_count + 1, reminded_at = $4
     where county_code = $1 and period_id = $2 and unit_id = any($3::text[])
       and state = any($6::text[]) and ${stillReportable} and opens_on <= $5`,
    [key.county, key.periodId, due.map(({ unit_id }) => unit_id), ctx.now, today, owedStates],
  )
  const tasks = due.reduce((sum, { tables: own }) => sum + own.length, 0)
  ctx.audit({ action: 'collection.remind', subject: period.title, detail: { units: due.length, tasks } })
  return { units: due.length, tasks, skipped_today: owing.length - due.length }
}

/** Why this unit is reminded: which tables it has not handed in, which were given back, each by when and how late. */
function reasonFor({ tables }: Owing, title: string, today: string, pack: TaskPack): string {
  const groups = new Map<string, OwedTable[]>()
  for (const one of tables) {
    const key = `${one.state === 'returned'} ${one.due_on}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const parts = [...groups.values()].map((own) => {
    const [first] = own
    const names = own.map(({ register }) => `《${pack.register(register).title}》`).join('')
    if (first === undefined) return ''
    const isReturned = first.state === 'returned'
    const late = daysBetween(first.due_on, today)
    const when = `${isReturned ? '限' : ''} ${first.due_on} ${isReturned ? '前改正' : '截止'}`.trim()
    return `${names}${isReturned ? '退回待改' : '还没有上报'}，${when}${late > 0 ? `，已逾期 ${late} 天` : ''}`
  })
  return `“${title}”：${parts.join('；')}。`
}

async function assertOfPeriod({ db }: Ctx, { county, periodId }: PeriodKey, ids: readonly string[]): Promise<void> {
  const rows = await db.run<{ unit_id: string }>(
    `select distinct unit_id from collection_tasks
     where county_code = $1 and period_id = $2 and unit_id = any($3::text[])`,
    [county, periodId, ids],
  )
  const known = new Set(rows.map(({ unit_id }) => unit_id))
  const unknown = [...new Set(ids)].filter((id) => !known.has(id))
  if (unknown.length > 0)
    throw new AppError('collection.units_unknown', { count: unknown.length, names: unknown.slice(0, NAMED).join('、') })
}

/** Whoever fills in for the unit has seen its reminders. Returns how many were new. Errors: `request.not_found`. */
export async function seeReminders(ctx: Ctx, ids: readonly string[]): Promise<number> {
  const [known] = await ctx.db.run<{ reminders: number }>(
    'select count(*) as reminders from collection_reminders where reminder_id = any($1::text[]) and org_path = any($2::text[])',
    [ids, ctx.scopes],
  )
  if (known?.reminders !== new Set(ids).size) throw new AppError('request.not_found')
  const seen = await ctx.db.run(
    `update collection_reminders set seen_at = $2 where reminder_id = any($1::text[]) and seen_at is null
     returning reminder_id`,
    [ids, ctx.now],
  )
  return seen.length
}
