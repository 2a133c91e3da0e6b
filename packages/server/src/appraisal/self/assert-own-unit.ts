import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import type { Acting } from '../store/move-appraisal.ts'

/** A unit speaks for itself: whoever stands in it, or whose post is for exactly this unit. Errors: `appraisal.not_own_unit`. */
export function assertOwnUnit({ ctx, grants }: Acting, { row }: Appraisal): void {
  if (isOwnUnit(ctx, grants, row.org_path)) return
  throw new AppError('appraisal.not_own_unit', { unit: row.subject_name })
}

export function isOwnUnit(
  { actor, scopes, verb }: Pick<Ctx, 'actor' | 'scopes' | 'verb'>,
  grants: Acting['grants'],
  path: string,
): boolean {
  if (verb === 'system') return true
  return actor.path === path || scopes.includes(path) || grants.some(({ unit }) => unit === path)
}
