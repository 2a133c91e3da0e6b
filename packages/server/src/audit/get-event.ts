import type { EventView } from '@eduduty/core/audit'
import type { Ctx } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { type EventRow, eventColumns, viewEvent } from './event-view.ts'

/** One event by its county and number. Errors: `request.not_found`, also for one of somebody else's county. */
export async function getEvent({ db }: Pick<Ctx, 'db'>, county: string, no: number): Promise<EventView> {
  const [row] = await db.run<EventRow>(
    `select ${eventColumns} from audit_events where county_code = $1 and event_no = $2`,
    [county, no],
  )
  if (row === undefined) throw new AppError('request.not_found')
  return viewEvent(row)
}
