import type { Target } from './route-world.ts'
import { appraisalSamples } from './samples/appraisal-samples.ts'
import { archiveSamples } from './samples/archive-samples.ts'
import { careSamples } from './samples/care-samples.ts'
import { claimSamples } from './samples/claim-samples.ts'
import { collectedSamples } from './samples/collected-samples.ts'
import { collectionPackSamples } from './samples/collection-pack-samples.ts'
import { collectionSamples } from './samples/collection-samples.ts'
import { countingSamples } from './samples/counting-samples.ts'
import { deskSamples } from './samples/desk-samples.ts'
import { draftSamples } from './samples/draft-samples.ts'
import { dutySamples } from './samples/duty-samples.ts'
import { enrolmentSamples } from './samples/enrolment-samples.ts'
import { evaluationSamples } from './samples/evaluation-samples.ts'
import { grantSamples } from './samples/grant-samples.ts'
import { matchingSamples } from './samples/matching-samples.ts'
import { mechanismSamples } from './samples/mechanism-samples.ts'
import { organizationSamples } from './samples/organization-samples.ts'
import { packDraftSamples } from './samples/pack-draft-samples.ts'
import { packSamples } from './samples/pack-samples.ts'
import { peopleSamples } from './samples/people-samples.ts'
import { reportSamples } from './samples/report-samples.ts'
import { signInSamples } from './samples/sign-in-samples.ts'
import { systemSamples } from './samples/system-samples.ts'

/**
 * Asks for a place of the world; every call is one place at which a foreign id can stand. `near`: an id without its
 * county, so that only another township can be foreign. `far`: the county alone.
 */
export type At = (kind?: 'place' | 'near' | 'far') => Target

export interface Sample {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly body?: Readonly<Record<string, unknown>>
  /** The body as bytes, for files. */
  readonly file?: string
}

export interface RouteSample {
  /** A role that the request succeeds for when everything in it is at home. */
  readonly as: string
  /** How it is answered then; 200 or 204 when absent. */
  readonly expects?: number
  /** What its answer names is known to everybody: counties, as in the list of areas of the country. */
  readonly names?: 'counties'
  readonly make: (at: At) => Sample
}

/** A request that is valid for every route; a route without one fails the tests. */
export const routeSamples: Readonly<Record<string, RouteSample>> = {
  ...signInSamples,
  ...peopleSamples,
  ...grantSamples,
  ...organizationSamples,
  ...packSamples,
  ...packDraftSamples,
  ...collectionPackSamples,
  ...collectionSamples,
  ...evaluationSamples,
  ...draftSamples,
  ...reportSamples,
  ...dutySamples,
  ...deskSamples,
  ...mechanismSamples,
  ...archiveSamples,
  ...countingSamples,
  ...careSamples,
  ...enrolmentSamples,
  ...matchingSamples,
  ...appraisalSamples,
  ...claimSamples,
  ...collectedSamples,
  ...systemSamples,
}
