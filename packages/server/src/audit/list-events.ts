import type { EventList, EventPage } from '@eduduty/core/audit'
import type { Ctx } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { eventCondition } from './event-condition.ts'
import { type EventRow, eventColumns, parseCursor, viewEvent } from './event-view.ts'

const usualRows = 100

/** Events that a filter asks for, newest first, a page at a time. Errors: `request.invalid`. */
export async function listEvents(ctx: Pick<Ctx, 'db' | 'scopes'>, page: EventPage): Promise<EventList> {
  const { before, limit = usualRows, ...filter } = page
  const condition = eventCondition(filter, ctx.scopes, before === undefined ? [] : [olderThan(before)])
  const rows = await ctx.db.run<EventRow>(
    `select ${eventColumns} from audit_events where ${condition.sql}
     order by occurred_at desc, county_code desc, event_no desc limit ${limit + 1}`,
    condition.values,
  )
  return { events: rows.slice(0, limit).map(viewEvent), more: rows.length > limit }
}

function olderThan(cursor: string): readonly [string, unknown] {
  const parts = parseCursor(cursor)
  if (parts === undefined) throw new AppError('request.invalid', { reason: '“before”的格式不对' })
  const item = (place: number): string => `($::text[])[${place}]`
  const statement = `(occurred_at, county_code, event_no) < (${item(1)}::timestamptz, ${item(2)}, ${item(3)}::bigint)`
  return [statement, [...parts]]
}
