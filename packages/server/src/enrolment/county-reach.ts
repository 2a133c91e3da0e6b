import { knowsCounty, type OrgPath, reachesCounty } from '@eduduty/core/organizations'
import { AppError } from '../platform/errors/app-error.ts'

interface Reach {
  readonly scopes: readonly OrgPath[]
}

/** Somebody works in the county, or above it. Errors: `enrolment.county_not_found`. */
export function assertKnownCounty({ scopes }: Reach, county: string): void {
  if (!knowsCounty(scopes, county)) throw new AppError('enrolment.county_not_found')
}

/** Somebody reaches the rows of all units of the county. Errors: `enrolment.county_not_found`, `enrolment.whole_county`. */
export function assertReachesCounty({ scopes }: Reach, county: string): void {
  assertKnownCounty({ scopes }, county)
  if (!reachesCounty(scopes, county)) throw new AppError('enrolment.whole_county')
}
