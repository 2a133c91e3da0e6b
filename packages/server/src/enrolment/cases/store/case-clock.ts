import type { CaseState } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import type { CaseLine, Casework, ClockRule } from '@eduduty/core/packs'
import { noteClockEvent, startClocks } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import type { PinnedCasework } from '../definitions/find-casework.ts'
import type { StoredHolding } from './holding-row.ts'

/** Columns of holdings that tell by whom and until when a case is worked on. */
export interface OwnedUntil {
  readonly owner_line: CaseLine | null
  readonly owner_name: string
  readonly clock_id: string | null
  readonly due_on: string | null
}

type Holder = Pick<StoredHolding, 'line' | 'org_path' | 'unit_name'>

export interface TimedCase {
  readonly county: string
  readonly case: string
  /** Stands in reminders: nobody is named in full in them. */
  readonly child: string
}

/** What a time limit of a case is called: which limit, and whose. */
export const clockTitle = ({ title }: Pick<ClockRule, 'title'>, { child }: Pick<TimedCase, 'child'>): string =>
  `${title}（${child}）`

/** A last day that is given does not follow from a length, and stays where it was set. */
export function withoutLength({ length: _, ...rule }: ClockRule): ClockRule {
  return { ...rule, rest_end: '不顺延' }
}

/** Who works on a state: the unit of its line; where none holds the case, the next line above. */
export function ownerOf(casework: Casework, state: string, holders: readonly Holder[]): Holder | undefined {
  const line = casework.states.find(({ id }) => id === state)?.owner
  if (line === undefined) return undefined
  const order: readonly CaseLine[] = ['学校', '乡镇', '县']
  const from = order.slice(order.indexOf(line))
  return from.flatMap((one) => holders.find((holder) => holder.line === one) ?? [])[0]
}

interface Entering {
  readonly state: Pick<CaseState, 'state' | 'since' | 'closedOn'>
  readonly holders: readonly Holder[]
  /** The last day, where the step has set it: a paper may have named it. */
  readonly dueOn?: string | undefined
}

/**
 * Starts the time limit of the state that a case has come to. An ended case has neither owner nor time limit; where nobody
 * has said how long the state may take, somebody owns it and no time runs.
 */
export async function startTime(
  ctx: Ctx,
  timed: TimedCase,
  { casework, clocks }: PinnedCasework,
  { state, holders, dueOn }: Entering,
): Promise<OwnedUntil> {
  const owner = ownerOf(casework, state.state, holders)
  const clock = casework.states.find(({ id }) => id === state.state)?.clock
  const rule = clocks.find(({ id }) => id === clock)
  if (state.closedOn !== undefined) return { owner_line: null, owner_name: '', clock_id: null, due_on: null }
  if (owner === undefined || rule === undefined)
    throw new Error(`case ${timed.case}: ${state.state} has no owner or time`)
  const owned = { owner_line: owner.line, owner_name: owner.unit_name }
  if (rule.length === undefined && dueOn === undefined) return { ...owned, clock_id: null, due_on: null }
  return reaching(ctx, [owner.org_path], async () => {
    const [id = ''] = await startClocks(ctx, timed.county, [
      {
        path: owner.org_path,
        subject: { kind: 'enrolment.case', id: timed.case },
        title: clockTitle(rule, timed),
        startedOn: state.since,
        ...(dueOn === undefined ? { rule } : { rule: withoutLength(rule), dueOn }),
      },
    ])
    return { ...owned, clock_id: id, due_on: await dueOf(ctx, timed.county, id) }
  })
}

/** The last day of a case as it now is: entering a calendar may have changed it since the copies were written. */
export function dueNow(
  ctx: Ctx,
  { county_code: county, clock_id: clock }: Pick<StoredHolding, 'county_code' | 'clock_id'>,
): Promise<string | null> {
  if (clock === null) return Promise.resolve(null)
  return reaching(ctx, [areaPath(county)], () => dueOf(ctx, county, clock))
}

async function dueOf({ db }: Ctx, county: string, clock: string): Promise<string | null> {
  const [row] = await db.run<{ due_on: string | null }>(
    'select due_on from clocks_clocks where county_code = $1 and clock_id = $2',
    [county, clock],
  )
  return row?.due_on ?? null
}

/** What a step of a pack does to the running time limit, as clocks call it. */
export const timeDeeds = { 中止: 'pause', 恢复: 'resume', 延长: 'extend' } as const

export interface TimeDeed {
  readonly type: 'pause' | 'resume' | 'extend' | 'stop'
  readonly on: string
  readonly amount?: number | undefined
  readonly reason: string
  readonly approvedBy?: string
}

/** Does something to the running time limit of a case; gives the last day as it then is. */
export async function changeTime(
  ctx: Ctx,
  { county_code: county, clock_id: clock }: Pick<StoredHolding, 'county_code' | 'clock_id'>,
  owner: string,
  { type, on, amount = 1, reason, approvedBy = '' }: TimeDeed,
): Promise<string | null> {
  if (clock === null) return null
  const event = type === 'extend' ? ({ type, on, amount } as const) : ({ type, on } as const)
  const { dueOn = null } = await reaching(ctx, [owner], () =>
    noteClockEvent(ctx, { county, clock }, event, { reason, approvedBy }),
  )
  return dueOn
}
