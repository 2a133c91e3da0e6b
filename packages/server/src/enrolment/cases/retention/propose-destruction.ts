import { randomUUID } from 'node:crypto'
import type { DestructionBody, DestructionMade } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { assertReachesCounty } from '../../county-reach.ts'
import { findDueCases, readKeeping } from './due-cases.ts'

/**
 * Proposes to destroy what is personal in all cases whose time of keeping is over. Errors: `enrolment.county_not_found`,
 * `enrolment.whole_county`, `enrolment.keeping_undecided`, `enrolment.nothing_to_destroy`, `enrolment.destruction_open`.
 */
export async function proposeDestruction(
  ctx: Ctx,
  county: string,
  { reason }: DestructionBody,
): Promise<DestructionMade> {
  assertReachesCounty(ctx, county)
  const keeping = await readKeeping(ctx, county)
  if (keeping.state === 'undecided') throw new AppError('enrolment.keeping_undecided')
  if (keeping.state === 'unruled') throw new AppError('enrolment.nothing_to_destroy')
  const { rule } = keeping
  const cases = await findDueCases(ctx, county, rule.closedUntil)
  if (cases.length === 0) throw new AppError('enrolment.nothing_to_destroy')
  const id = randomUUID()
  const kept = await ctx.db.kysely
    .insertInto('enrolment_destructions')
    .values({
      county_code: county,
      destruction_id: id,
      org_path: areaPath(county),
      closed_until: rule.closedUntil,
      years: rule.years,
      cases: cases.length,
      reason: reason.trim(),
      state: 'proposed',
      proposed_by: ctx.actor.id,
      proposed_by_name: ctx.actor.name,
      proposed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('destruction_id')
    .executeTakeFirst()
  if (kept === undefined) throw new AppError('enrolment.destruction_open')
  ctx.audit({
    action: 'enrolment.propose_destruction',
    subject: `销案在${rule.closedUntil}以前的个案`,
    reason,
    detail: { destruction: id, cases: cases.length, years: rule.years },
  })
  return { destruction: id, destroyed: 0 }
}
