import { dayOf } from '@eduduty/core/calendar'
import { maskName } from '@eduduty/core/identity'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { ClockRule } from '@eduduty/core/packs'
import { noteClockEvent, startClocks } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import type { ChildKey, ChildState, StoredChild } from './child-row.ts'

type Timed = Pick<StoredChild, 'clock_id' | 'child_name'>

/** Who visits: the child's school, without one its township. */
export function visitorOf<Copy extends Pick<StoredChild, 'line'>>(copies: readonly Copy[]): Copy | undefined {
  return copies.find(({ line }) => line === '学校') ?? copies.find(({ line }) => line === '乡镇')
}

export interface NextVisit {
  readonly rule: ClockRule
  readonly path: OrgPath
  readonly startedOn: string
  /** Where another unit takes over what is running. */
  readonly dueOn?: string
  readonly reason: string
}

/** The time until the next visit begins; what ran before stops. */
export async function startVisitTime(ctx: Ctx, key: ChildKey, child: Timed, next: NextVisit): Promise<ChildState> {
  await stopVisitTime(ctx, key, child, next.reason)
  const { path, startedOn, dueOn } = next
  const rule = dueOn === undefined ? next.rule : withoutLength(next.rule)
  return reaching(ctx, [areaPath(key.county)], async () => {
    const [id = ''] = await startClocks(ctx, key.county, [
      {
        path,
        subject: { kind: 'enrolment.care', id: key.child },
        title: `关爱走访（${maskName(child.child_name)}）`,
        rule,
        startedOn,
        ...(dueOn !== undefined && { dueOn }),
      },
    ])
    const [row] = await ctx.db.run<{ due_on: string | null }>(
      'select due_on from clocks_clocks where county_code = $1 and clock_id = $2',
      [key.county, id],
    )
    return { clock_id: id, visit_due_on: row?.due_on ?? null }
  })
}

/** Nobody waits for a visit any more. */
export async function stopVisitTime(
  ctx: Ctx,
  { county }: ChildKey,
  { clock_id: clock }: Timed,
  reason: string,
): Promise<void> {
  if (clock === null) return
  await reaching(ctx, [areaPath(county)], () =>
    noteClockEvent(ctx, { county, clock }, { type: 'stop', on: dayOf(ctx.now) }, { reason }),
  )
}

/** A last day that is given does not follow from a length. */
function withoutLength({ length: _, ...rule }: ClockRule): ClockRule {
  return rule
}
