import type { OrgPath } from '@eduduty/core/organizations'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertKnownCounty, reachesCounty } from '../cases/acting.ts'

interface Reach {
  readonly scopes: readonly OrgPath[]
}

/** Rows of all units are compared: whoever starts it reaches all of them. Errors: `enrolment.whole_county`. */
export function assertReachesCounty({ scopes }: Reach, county: string): void {
  assertKnownCounty({ scopes }, county)
  if (!reachesCounty(scopes, county)) throw new AppError('enrolment.whole_county')
}
