import * as appraisal from '@eduduty/core/appraisal'
import * as archive from '@eduduty/core/archive'
import * as audit from '@eduduty/core/audit'
import * as claims from '@eduduty/core/claims'
import * as clocks from '@eduduty/core/clocks'
import * as collection from '@eduduty/core/collection'
import * as desk from '@eduduty/core/desk'
import * as documents from '@eduduty/core/documents'
import * as duties from '@eduduty/core/duties'
import * as enrolment from '@eduduty/core/enrolment'
import * as evaluation from '@eduduty/core/evaluation'
import * as identity from '@eduduty/core/identity'
import * as organizations from '@eduduty/core/organizations'
import * as packs from '@eduduty/core/packs'
import * as reports from '@eduduty/core/reports'
import { appraisalRoutes } from '../appraisal/index.ts'
import { archiveRoutes } from '../archive/index.ts'
import { auditRoutes } from '../audit/index.ts'
import { claimRoutes } from '../claims/index.ts'
import { clockRoutes } from '../clocks/index.ts'
import { collectionRoutes } from '../collection/routes.ts'
import { deskRoutes, inboxRoutes } from '../desk/index.ts'
import { dutyRoutes } from '../duties/index.ts'
import { enrolmentRoutes } from '../enrolment/index.ts'
import { evaluationRoutes } from '../evaluation/index.ts'
import {
  accessRoutes,
  delegationRoutes,
  grantRoutes,
  peopleRoutes,
  type SignInOptions,
  signInRoutes,
} from '../identity/index.ts'
import { organizationRoutes } from '../organizations/index.ts'
import { packRoutes } from '../packs/index.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { openApiText } from '../platform/http/open-api-text.ts'
import { inventoryText } from '../platform/http/route-inventory.ts'
import { reportRoutes } from '../reports/index.ts'

/** Routes of every slice, in the order of the description. */
export function makeRoutes(signIn: SignInOptions): readonly RegisterRoutes[] {
  return [
    signInRoutes(signIn),
    peopleRoutes,
    grantRoutes,
    accessRoutes,
    delegationRoutes,
    organizationRoutes,
    packRoutes,
    dutyRoutes,
    archiveRoutes,
    enrolmentRoutes,
    clockRoutes,
    collectionRoutes,
    evaluationRoutes,
    reportRoutes,
    claimRoutes,
    appraisalRoutes,
    auditRoutes,
    inboxRoutes,
    deskRoutes,
  ]
}

/** As they are without the demo. */
export const routes: readonly RegisterRoutes[] = makeRoutes({ demo: false })

/** Contracts of the wire. */
const contracts = [
  appraisal,
  archive,
  audit,
  clocks,
  claims,
  collection,
  desk,
  documents,
  duties,
  enrolment,
  evaluation,
  identity,
  organizations,
  packs,
  reports,
]

/** The description of the whole interface, as it should stand in docs/openapi.json. */
export function makeOpenApi(): Promise<string> {
  return openApiText(routes, contracts)
}

/** The list of all routes and who may use them, as it should stand in docs/routes.md. */
export function makeRouteList(): Promise<string> {
  return inventoryText(routes)
}
