import type { Outcome, ProposeTenure } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { openTenure } from './open-tenure.ts'

/**
 * Proposes that a person holds a post, or substitutes for its holder for a time. Errors: `identity.not_found`,
 * `identity.period_invalid`, `identity.own_post`, `identity.post_taken`, `identity.kept_apart`.
 */
export async function proposeTenure(ctx: Ctx, input: ProposeTenure): Promise<Outcome> {
  const { county_code: county, post_id: postId, person_id: personId, kind, since, until, reason } = input
  if (kind === 'substitute' && until === undefined)
    throw new AppError('identity.period_invalid', { reason: '代理要有截止日期' })
  await lockAppointments(ctx, county)
  return openTenure(ctx, { county, postId, personId, kind, since, until, reason })
}
