import { owedStates, type PeriodEntry } from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getTaskPack } from '../packs/task-pack.ts'

export type PeriodRow = Selectable<Tables['collection_periods']>

export interface PeriodKey {
  readonly county: string
  readonly periodId: string
}

interface Tally {
  readonly period_id: string
  readonly state: string
  readonly tasks: number
  readonly overdue: number
  readonly requests: number
}

interface Extent {
  readonly period_id: string
  readonly registers: number
  readonly units: number
}

/** Periods with what the caller may see of their tasks, newest first. */
export async function listPeriods(ctx: Ctx, county: string | undefined): Promise<PeriodEntry[]> {
  const rows = await ctx.db.run<PeriodRow>(
    `select * from collection_periods where $1::text is null or county_code = $1 order by opened_at desc, period_id`,
    [county ?? null],
  )
  return presentPeriods(ctx, rows)
}

/** Errors: `collection.period_not_found`. */
export async function getPeriod({ db }: Pick<Ctx, 'db'>, { county, periodId }: PeriodKey): Promise<PeriodRow> {
  const row = await db.kysely
    .selectFrom('collection_periods')
    .selectAll()
    .where('county_code', '=', county)
    .where('period_id', '=', periodId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('collection.period_not_found')
  return row
}

export async function presentPeriod(ctx: Ctx, row: PeriodRow): Promise<PeriodEntry> {
  const [entry] = await presentPeriods(ctx, [row])
  if (entry === undefined) throw new AppError('collection.period_not_found')
  return entry
}

async function presentPeriods(ctx: Ctx, rows: readonly PeriodRow[]): Promise<PeriodEntry[]> {
  const ids = rows.map(({ period_id }) => period_id)
  const tallies = await ctx.db.run<Tally>(
    `select period_id, state, count(*) as tasks,
       sum((select count(*) from collection_requests r where r.county_code = t.county_code
         and r.task_id = t.task_id and r.status = 'waiting'))::integer as requests,
       count(*) filter (where state = any($3::text[]) and due_on < $2) as overdue
     from collection_tasks t where period_id = any($1::text[]) group by period_id, state`,
    [ids, dayOf(ctx.now), owedStates],
  )
  const extents = await ctx.db.run<Extent>(
    `select period_id, count(distinct register) as registers, count(distinct unit_id) as units
     from collection_tasks where period_id = any($1::text[]) group by period_id`,
    [ids],
  )
  const entries: PeriodEntry[] = []
  for (const row of rows) {
    const own = tallies.filter(({ period_id }) => period_id === row.period_id)
    const extent = extents.find(({ period_id }) => period_id === row.period_id)
    const { pack } = await getTaskPack(ctx.db, { packId: row.pack_id, hash: row.pack_hash })
    const sum = (of: 'tasks' | 'overdue' | 'requests'): number => own.reduce((total, one) => total + one[of], 0)
    entries.push({
      county_code: row.county_code,
      period_id: row.period_id,
      title: row.title,
      pack_id: row.pack_id,
      pack_title: pack.pack.title,
      year: row.year,
      term: row.term,
      opens_on: row.opens_on,
      closes_on: row.closes_on,
      status: row.status === 'closed' ? 'closed' : 'open',
      opened_by: row.opened_by,
      opened_at: row.opened_at,
      registers: extent?.registers ?? 0,
      units: extent?.units ?? 0,
      tasks: sum('tasks'),
      states: Object.fromEntries(own.map(({ state, tasks }) => [state, tasks])),
      overdue: sum('overdue'),
      requests: sum('requests'),
    })
  }
  return entries
}
