import type { Decide } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** Errors: `identity.already_decided`, `identity.own_proposal`, `identity.reason_missing`. */
export function assertMayDecide(
  { actor }: Ctx,
  proposal: { readonly status: string; readonly proposed_by: string },
  { approve, reason }: Decide,
): void {
  if (proposal.status !== 'proposed') throw new AppError('identity.already_decided')
  if (proposal.proposed_by === actor.id) throw new AppError('identity.own_proposal')
  if (!approve && reason.trim() === '') throw new AppError('identity.reason_missing')
}
