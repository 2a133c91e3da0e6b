import { knowsCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** The calendar of a county is for whoever works in it or above it. Error: `clocks.county_not_found`. */
export function assertCountyKnown({ scopes }: Ctx, county: string): void {
  if (!knowsCounty(scopes, county)) throw new AppError('clocks.county_not_found')
}
