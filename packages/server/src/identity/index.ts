/**
 * People, their accounts and sessions, and what their posts allow. Use cases take a `Ctx` of the door and refuse with
 * `identity.*` errors; keys are `{ county, personId }` and the like, and snake_case only on the wire.
 */

export { type Delegated, findDelegated } from './delegations/find-delegation.ts'
export { delegationRoutes } from './delegations/routes.ts'
export { accessRoutes } from './grants/access-routes.ts'
export { decideGrant } from './grants/decide-grant.ts'
export { decideTenure } from './grants/decide-tenure.ts'
export { findPostPaths } from './grants/find-post-paths.ts'
export { type Holder, listHolders } from './grants/list-holders.ts'
export { proposeGrant } from './grants/propose-grant.ts'
export { proposeTenure } from './grants/propose-tenure.ts'
export { grantRoutes } from './grants/routes.ts'
export { addAccount } from './people/add-account.ts'
export { addPerson } from './people/add-person.ts'
export type { PersonKey } from './people/person-key.ts'
export { peopleRoutes } from './people/routes.ts'
export { spendReveal } from './people/spend-reveal.ts'
export { runAccountCommand } from './run-account-command.ts'
/** Finds who is behind a request, by the session's cookie; for the application to be composed with. */
export { createIdentify } from './sign-in/create-identify.ts'
/** The one-time secret of an installation that has nobody yet. */
export { type FirstBoot, openFirstBoot, type SetUpGate } from './sign-in/first-boot.ts'
export { type SignInOptions, signInRoutes } from './sign-in/routes.ts'
