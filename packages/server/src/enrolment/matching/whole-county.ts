import { areaPath, isWithin, type OrgPath } from '@eduduty/core/organizations'
import { AppError } from '../../platform/errors/app-error.ts'

interface Reach {
  readonly scopes: readonly OrgPath[]
}

/** Rows of all units are compared: whoever starts it reaches all of them. Errors: `enrolment.whole_county`. */
export function assertReachesCounty({ scopes }: Reach, county: string): void {
  const path = areaPath(county)
  if (!scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path)))
    throw new AppError('enrolment.county_not_found')
  if (!scopes.some((scope) => isWithin(path, scope))) throw new AppError('enrolment.whole_county')
}

/** Somebody works in the county, or above it. Errors: `enrolment.county_not_found`. */
export function assertKnownCounty({ scopes }: Reach, county: string): void {
  const path = areaPath(county)
  if (!scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path)))
    throw new AppError('enrolment.county_not_found')
}
