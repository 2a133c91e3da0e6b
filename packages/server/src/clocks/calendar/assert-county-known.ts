import { areaPath, isWithin } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** The calendar of a county is for whoever works in it or above it. Error: `clocks.county_not_found`. */
export function assertCountyKnown({ scopes }: Ctx, county: string): void {
  const path = areaPath(county)
  if (!scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path)))
    throw new AppError('clocks.county_not_found')
}
