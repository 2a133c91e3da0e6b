import type { OrgPath } from '@eduduty/core/organizations'
import { listHolders } from '../../../identity/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'

const NAMED = 2

/** Whom to ask in the unit that a case waits for: posts and names, a few. What is found is as far as the context reaches. */
export async function whoWorks(ctx: Ctx, unit: OrgPath): Promise<string[]> {
  const holders = (await listHolders(ctx, 'enrolment.work', unit)).filter(({ depth }) => depth === unit.length)
  return holders
    .toSorted((one, other) => (one.person_id < other.person_id ? -1 : 1))
    .slice(0, NAMED)
    .map(({ post, name }) => `${post} ${name}`)
}
