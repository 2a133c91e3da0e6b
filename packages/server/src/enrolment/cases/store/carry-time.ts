import { dayOf } from '@eduduty/core/calendar'
import { noteClockEvent, startClocks } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import type { PinnedCasework } from '../definitions/find-casework.ts'
import { changeTime, clockTitle, type OwnedUntil, type TimedCase, withoutLength } from './case-clock.ts'
import type { StoredHolding } from './holding-row.ts'

type Holder = Pick<StoredHolding, 'line' | 'org_path' | 'unit_name'>

interface Carrying {
  readonly lead: StoredHolding
  readonly from: Holder | undefined
  readonly to: Holder | undefined
}

/** Another unit works on a state: its time runs on to the same day, extended or standing still as it was; where none runs, none does. */
export async function carryTime(
  ctx: Ctx,
  timed: TimedCase,
  { casework, clocks }: PinnedCasework,
  { lead, from, to }: Carrying,
): Promise<Partial<OwnedUntil>> {
  const clock = casework.states.find(({ id }) => id === lead.state)?.clock
  const rule = clocks.find(({ id }) => id === clock)
  if (to === undefined || rule === undefined || from?.org_path === to.org_path) return {}
  const on = dayOf(ctx.now)
  if (from !== undefined) await changeTime(ctx, lead, from.org_path, { type: 'stop', on, reason: '转交' })
  const { due_on: dueOn } = lead
  const owned = { owner_line: to.line, owner_name: to.unit_name }
  if (rule.length === undefined && dueOn === null) return { ...owned, clock_id: null, due_on: null }
  return reaching(ctx, [to.org_path], async () => {
    const start =
      dueOn === null ? { rule, startedOn: lead.state_since } : { rule: withoutLength(rule), startedOn: on, dueOn }
    const [id = ''] = await startClocks(ctx, timed.county, [
      {
        path: to.org_path,
        subject: { kind: 'enrolment.case', id: timed.case },
        title: clockTitle(rule, timed),
        ...start,
      },
    ])
    if (lead.is_paused)
      await noteClockEvent(ctx, { county: timed.county, clock: id }, { type: 'pause', on }, { reason: '转交前已中止' })
    return { ...owned, clock_id: id, due_on: dueOn }
  })
}
