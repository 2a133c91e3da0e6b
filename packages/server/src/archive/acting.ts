import { type GrantInForce, scopesFor, type Verb } from '@eduduty/core/identity'
import { areaPath, countyOf, isWithin, knowsCounty, type OrgPath, reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'

/** Who acts, with the posts that they hold: who may judge a paper depends on where they stand. */
export interface Acting {
  readonly ctx: Ctx
  readonly grants: readonly GrantInForce[]
}

/** Whether one of somebody's posts does this for a unit. */
export function mayFor({ grants }: Pick<Acting, 'grants'>, verb: Verb, path: OrgPath): boolean {
  return scopesFor(grants, verb).some((scope) => isWithin(path, scope))
}

/** Whether somebody judges what a unit provides: from above it, and for the county's own office with all of the county. */
export function reviewsFor({ grants }: Pick<Acting, 'grants'>, path: OrgPath): boolean {
  const county = areaPath(countyOf(path))
  return scopesFor(grants, 'archive.review').some(
    (scope) => isWithin(path, scope) && (scope !== path || isWithin(county, scope)),
  )
}

/** Errors: `archive.whole_county`. */
export function assertWholeCounty({ scopes }: Pick<Ctx, 'scopes'>, county: string): void {
  if (!reachesCounty(scopes, county)) throw new AppError('archive.whole_county')
}

/** Somebody works in the county, or above it. Errors: `archive.county_not_found`. */
export function assertKnownCounty({ scopes }: Pick<Ctx, 'scopes'>, county: string): void {
  if (!knowsCounty(scopes, county)) throw new AppError('archive.county_not_found')
}
