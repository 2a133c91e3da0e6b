import { groupBy } from '@eduduty/core/collection'
import { type DecidedLimits, decidedCasework } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { ClockKey, LaterEvent } from '../../../clocks/index.ts'
import { noteClockEvent } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { readDecided } from '../../limits/read-decided.ts'
import { caseWaits } from '../../limits/waiting.ts'
import { type TracedCase, traceCase } from '../definitions/trace-case.ts'
import { dueNow, type OwnedUntil, startTime, timeDeeds } from './case-clock.ts'
import { readEvents, type StoredEvent } from './event-row.ts'
import { type CaseKey, holdingColumns, type StoredHolding } from './holding-row.ts'

/**
 * Starts the time of open cases that waited for somebody to say how long it is, each from the day on which its state was
 * entered, with what paused and extended it since. Gives of how many it runs now. The caller reaches the county.
 */
export function startWaitingCases(ctx: Ctx, county: string): Promise<number> {
  return reaching(ctx, [areaPath(county)], async () => {
    const decided = await readDecided(ctx.db, county)
    const rows = await ctx.db.run<StoredHolding>(`${waitingCopies} ${leadFirst}`, [county])
    let started = 0
    for (const holders of casesOf(rows)) if (await startOne(ctx, holders, decided)) started += 1
    return started
  })
}

/** The same for one case, where it waits. */
export function startWaitingCase(ctx: Ctx, { county, case: id }: CaseKey): Promise<boolean> {
  return reaching(ctx, [areaPath(county)], async () => {
    const rows = await ctx.db.run<StoredHolding>(`${waitingCopies} and h.case_id = $2 ${leadFirst}`, [county, id])
    return startOne(ctx, rows, await readDecided(ctx.db, county))
  })
}

const waitingCopies = `select ${holdingColumns} from enrolment_holdings h where h.county_code = $1 and ${caseWaits}`
const leadFirst = 'order by h.case_id, h.is_lead desc, h.holding_no for update'

/** Each case by the copies that units hold now. */
const casesOf = (rows: readonly StoredHolding[]): Iterable<readonly StoredHolding[]> =>
  groupBy(rows, (row) => row.case_id).values()

/** The leading copy comes first. */
async function startOne(ctx: Ctx, holders: readonly StoredHolding[], decided: DecidedLimits): Promise<boolean> {
  const [lead] = holders
  if (lead === undefined) return false
  const key = { county: lead.county_code, case: lead.case_id }
  const events = await readEvents(ctx.db, key)
  const traced = await traceCase(ctx.db, lead, events)
  const pinned = { ...traced.pinned, ...decidedCasework(traced.pinned, decided) }
  const state = { state: lead.state, since: lead.state_since }
  const time = await startTime(ctx, { ...key, child: maskName(lead.child_name) }, pinned, { state, holders })
  if (time.clock_id === null) return false
  await noteDeeds(ctx, { county: key.county, clock: time.clock_id }, deedsSince(traced, events))
  await keepTime(ctx, lead, {
    ...time,
    due_on: await dueNow(ctx, { county_code: key.county, clock_id: time.clock_id }),
  })
  return true
}

interface Deed {
  readonly event: LaterEvent
  readonly by: StoredEvent
}

/** What was done to the time of the state in which a case stands. Taking over from another county begins anew. */
function deedsSince({ heldAt }: TracedCase, events: readonly StoredEvent[]): readonly Deed[] {
  let deeds: Deed[] = []
  for (const by of events) {
    const step = heldAt(by).casework.steps.find(({ id }) => by.type === 'step' && id === by.step)
    if (step?.to !== undefined || (by.type === 'moved' && by.line === '县')) deeds = []
    else if (step?.time !== undefined) {
      const type = timeDeeds[step.time]
      const event = type === 'extend' ? { type, on: by.on_day, amount: by.amount ?? 1 } : { type, on: by.on_day }
      deeds.push({ event, by })
    }
  }
  return deeds
}

async function noteDeeds(ctx: Ctx, key: ClockKey, deeds: readonly Deed[]): Promise<void> {
  for (const { event, by } of deeds)
    await noteClockEvent(ctx, key, event, { reason: by.says, approvedBy: by.approved_by })
}

/** Every copy of the case tells the same. */
async function keepTime(
  { db }: Ctx,
  { county_code: county, case_id: id }: StoredHolding,
  time: OwnedUntil,
): Promise<void> {
  await db.kysely
    .updateTable('enrolment_holdings')
    .set(time)
    .where('county_code', '=', county)
    .where('case_id', '=', id)
    .where('until_on', 'is', null)
    .execute()
}
