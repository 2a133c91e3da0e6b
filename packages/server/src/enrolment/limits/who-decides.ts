import { areaPath } from '@eduduty/core/organizations'
import { type Holder, listHolders } from '../../identity/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'

const NAMED = 3

/** Whom to ask for a decision of the county, the nearest first. They may stand above the reader, so the system looks. */
export async function whoDecides(door: Door, county: string): Promise<readonly Holder[]> {
  const holders = await door.read(systemCaller('列出可以确定期限的人'), (ctx) =>
    listHolders(ctx, 'enrolment.decide', areaPath(county)),
  )
  return holders
    .toSorted((one, other) => other.depth - one.depth || (one.person_id < other.person_id ? -1 : 1))
    .slice(0, NAMED)
}
