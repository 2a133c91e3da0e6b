import { areaPath, isWithin } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** Somebody reads in the county, or above it. Errors: `enrolment.county_not_found`. */
export function assertCounty({ scopes }: Pick<Ctx, 'scopes'>, county: string): void {
  const path = areaPath(county)
  if (!scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path)))
    throw new AppError('enrolment.county_not_found')
}

/** Whether scopes reach all of a county. */
export const reachesCounty = (scopes: Ctx['scopes'], county: string): boolean =>
  scopes.some((scope) => isWithin(areaPath(county), scope))
