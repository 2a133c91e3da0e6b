import { areaPath, isWithin, type OrgPath } from '@eduduty/core/organizations'
import { AppError } from '../platform/errors/app-error.ts'

interface Reach {
  readonly scopes: readonly OrgPath[]
}

/** Whether scopes reach all of a county. */
export function reachesCounty(scopes: readonly OrgPath[], county: string): boolean {
  return scopes.some((scope) => isWithin(areaPath(county), scope))
}

/** Somebody works in the county, or above it. Errors: `enrolment.county_not_found`. */
export function assertKnownCounty({ scopes }: Reach, county: string): void {
  const path = areaPath(county)
  if (!scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path)))
    throw new AppError('enrolment.county_not_found')
}

/** Somebody reaches the rows of all units of the county. Errors: `enrolment.county_not_found`, `enrolment.whole_county`. */
export function assertReachesCounty({ scopes }: Reach, county: string): void {
  assertKnownCounty({ scopes }, county)
  if (!reachesCounty(scopes, county)) throw new AppError('enrolment.whole_county')
}
