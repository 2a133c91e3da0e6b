import { type GrantInForce, scopesFor, type Verb } from '@eduduty/core/identity'
import { countyOf, isWithin, type OrgPath, reachesCounty } from '@eduduty/core/organizations'
import type { CaseLine } from '@eduduty/core/packs'
import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../../platform/ctx.ts'
import { getSignedIn } from '../../platform/http/access.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { StoredHolding } from './store/holding-row.ts'

/** Who acts, with the posts that they hold: a case is worked on by units, not by persons. */
export interface CaseActing {
  readonly ctx: Ctx
  readonly grants: readonly GrantInForce[]
  /** Numbers of children are sealed. */
  readonly keyring: Keyring
}

export const actingOf = (request: FastifyRequest, ctx: Ctx, keyring: Keyring): CaseActing => ({
  ctx,
  keyring,
  grants: getSignedIn(request).grants,
})

type Grants = Pick<CaseActing, 'grants'>

/** Whether somebody's post stands in a unit and has this verb for it. */
export function standsIn({ grants }: Grants, verb: Verb, path: OrgPath): boolean {
  const scopes = scopesFor(grants, verb)
  return grants.some(({ unit }) => unit === path) && scopes.some((scope) => isWithin(path, scope))
}

/** Whether somebody decides for a whole county. */
export function decidesFor({ grants }: Grants, county: string): boolean {
  return reachesCounty(scopesFor(grants, 'enrolment.decide'), county)
}

/** Whether somebody's unit holds a child now and they go to its door. */
export function visits(acting: Grants, holdings: readonly Pick<StoredHolding, 'until_on' | 'org_path'>[]): boolean {
  return holdings.some(
    ({ until_on: until, org_path: path }) => until === null && standsIn(acting, 'enrolment.visit', path),
  )
}

/**
 * The lines for which somebody may act on a case, by the holdings that are theirs. A child that no school has is the
 * township's in the school's place too.
 */
export function linesFor(acting: Grants, holdings: readonly StoredHolding[]): readonly CaseLine[] {
  const current = holdings.filter(({ until_on: until }) => until === null)
  const own = current.filter(({ line, org_path: path }) =>
    line === '县' ? decidesFor(acting, countyOf(path)) : standsIn(acting, 'enrolment.work', path),
  )
  const lines = new Set(own.map(({ line }) => line))
  if (lines.has('乡镇') && own.some(({ school_id: school }) => school === null)) lines.add('学校')
  const [any] = current
  if (any !== undefined && decidesFor(acting, any.county_code)) lines.add('县')
  return [...lines]
}
