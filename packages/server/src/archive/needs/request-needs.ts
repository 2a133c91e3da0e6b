import { randomUUID } from 'node:crypto'
import {
  isOverdue,
  type NeedState,
  needStateTitles,
  openNeedStates,
  type RequestBody,
  type Requested,
  stateOfShape,
} from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { groupBy } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getOpenCatalogue } from '../catalogues/catalogue-row.ts'
import { noteEvents } from '../note-events.ts'
import { getNeeds, type ShapedNeed, shapedNeeds } from './need-row.ts'

/** Materials that a reminder names; the page lists all. */
const NAMED = 8

interface Asked {
  readonly row: ShapedNeed
  readonly state: NeedState
}

/**
 * Asks for many materials by a day; each unit is told once, and only of what is not in order. Errors:
 * `archive.need_not_found`, `archive.due_past`, `archive.catalogue_closed`, `archive.nothing_to_request`.
 */
export async function requestNeeds(ctx: Ctx, county: string, body: RequestBody): Promise<Requested> {
  const today = dayOf(ctx.now)
  if (body.due_on < today) throw new AppError('archive.due_past', { day: body.due_on })
  const named = await getNeeds(ctx, county, body.needs)
  let [units, needs] = [0, 0]
  for (const catalogue of new Set(named.map(({ catalogue_id: id }) => id))) {
    const { title } = await getOpenCatalogue(ctx, { county, catalogue })
    const wanted = new Set(body.needs)
    const asked = (await shapedNeeds(ctx, county, catalogue))
      .map((row) => ({ row, state: stateOfShape(row) }))
      .filter(({ row, state }) => wanted.has(row.need_id) && openNeedStates.has(state))
    await keepRequests(ctx, { county, catalogue, title }, asked, body)
    needs += asked.length
    units += new Set(asked.map(({ row }) => row.unit_id)).size
  }
  if (needs === 0) throw new AppError('archive.nothing_to_request')
  ctx.audit({
    action: 'archive.request',
    subject: `${needs} 项佐证要求`,
    detail: { needs, units, due_on: body.due_on },
    ...(body.says.trim() !== '' && { reason: body.says.trim() }),
  })
  return { needs, units }
}

const requestColumns = [
  'county_code',
  'request_id',
  'org_path',
  'catalogue_id',
  'unit_id',
  'unit_name',
  'needs',
  'due_on',
  'message',
  'says',
  'requested_by',
  'requested_at',
]

async function keepRequests(
  ctx: Ctx,
  { county, catalogue, title }: { readonly county: string; readonly catalogue: string; readonly title: string },
  asked: readonly Asked[],
  { due_on: dueOn, says }: RequestBody,
): Promise<void> {
  await ctx.db.run(
    `update archive_needs set requested_due = $3, requested_by = $4, requested_at = $5
     where county_code = $1 and need_id = any($2::text[])`,
    [county, asked.map(({ row }) => row.need_id), dueOn, ctx.actor.name, ctx.now],
  )
  const byUnit = [...groupBy(asked, ({ row }) => row.unit_id).values()]
  await ctx.db.loadRows(
    'archive_requests',
    requestColumns,
    byUnit.flatMap((own) => {
      const [first] = own
      if (first === undefined) return []
      const { org_path: path, unit_id: unit, unit_name: name } = first.row
      const message = `${messageFor(own, title, dueOn, dayOf(ctx.now))}${says.trim()}`
      return [
        [
          county,
          randomUUID(),
          path,
          catalogue,
          unit,
          name,
          own.length,
          dueOn,
          message,
          says.trim(),
          ctx.actor.name,
          ctx.now,
        ],
      ]
    }),
  )
  await noteEvents(
    ctx,
    county,
    asked.map(({ row }) => ({
      subject: 'need',
      id: row.need_id,
      path: row.org_path,
      deed: 'request',
      says: `限 ${dueOn} 前交。${says.trim()}`,
    })),
  )
}

/** What this unit is asked for, and what is wrong with it. */
function messageFor(own: readonly Asked[], title: string, dueOn: string, today: string): string {
  const names = own
    .slice(0, NAMED)
    .map(({ row, state }) => `${row.file_no}《${row.title}》（${needStateTitles[state]}）`)
  const more = own.length > NAMED ? `等 ${own.length} 项` : ''
  const late = own.filter(({ row, state }) => isOverdue(state, row.requested_due ?? undefined, today)).length
  return `“${title}”：${names.join('、')}${more}，请在 ${dueOn} 前办好${late > 0 ? `，其中 ${late} 项上次催交已逾期` : ''}。`
}
