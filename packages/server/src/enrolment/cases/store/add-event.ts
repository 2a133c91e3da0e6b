import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import type { StoredEvent } from './event-row.ts'
import type { StoredHolding } from './holding-row.ts'

export type NewEvent = Pick<StoredEvent, 'type' | 'on_day' | 'says' | 'state' | 'unit_name' | 'line'> &
  Partial<
    Pick<
      StoredEvent,
      'step' | 'fields' | 'exit' | 'proof' | 'amount' | 'approved_by' | 'is_private' | 'record_key' | 'former_hash'
    >
  >

/**
 * Adds to the history of a case, a copy for each of `holders`: those who may know of it. Gives its number. The case has to be held against other changes (`lockHolders`).
 */
export async function addEvent(ctx: Ctx, holders: readonly StoredHolding[], event: NewEvent): Promise<number> {
  const [first] = holders
  if (first === undefined) throw new Error('a case that nobody holds has no history')
  const key = { county_code: first.county_code, case_id: first.case_id }
  return reaching(ctx, [areaPath(key.county_code)], async () => {
    const no = await nextNumber(ctx, key)
    const shared = {
      step: null,
      exit: null,
      proof: '',
      amount: null,
      approved_by: '',
      is_private: false,
      record_key: null,
      former_hash: null,
      ...event,
      fields: JSON.stringify(event.fields ?? []),
      event_no: no,
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      recorded_at: ctx.now,
    }
    await ctx.db.kysely
      .insertInto('enrolment_events')
      .values(holders.map(({ org_path, holding_no }) => ({ ...key, holding_no, org_path, ...shared })))
      .execute()
    return no
  })
}

/** Numbers are one series over all holdings, so that copies can be told to be the same. */
async function nextNumber({ db }: Ctx, key: { county_code: string; case_id: string }): Promise<number> {
  const [row] = await db.run<{ next: number }>(
    `select coalesce(max(event_no), 0) + 1 as next from enrolment_events where county_code = $1 and case_id = $2`,
    [key.county_code, key.case_id],
  )
  return row?.next ?? 1
}
