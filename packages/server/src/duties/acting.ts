import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import { areaPath, isWithin, type OrgPath } from '@eduduty/core/organizations'
import type { FastifyRequest } from 'fastify'
import { type Ctx, systemCaller } from '../platform/ctx.ts'
import type { Queries } from '../platform/db/database.ts'
import { reaching } from '../platform/db/reaching.ts'
import type { Door } from '../platform/door.ts'
import { getSignedIn } from '../platform/http/access.ts'

/** Reads what the system has to know of a county, whatever the caller reaches. */
export type SystemReading = <T>(county: string, work: (db: Queries) => Promise<T>) => Promise<T>

/** Who acts, with the posts that they hold: a task is led and issued by units, not by persons. */
export interface Acting {
  readonly ctx: Ctx
  readonly grants: readonly GrantInForce[]
  /** For figures, which the system reads for whoever has a task measured by them. */
  readonly asSystem: SystemReading
}

/** Somebody who reads: the system reads on a session of its own. */
export function readingAs(ctx: Ctx, grants: Acting['grants'], door: Door): Acting {
  return {
    ctx,
    grants,
    asSystem: (county, work) => {
      const reach = { scopes: [areaPath(county)], county, path: areaPath(county) }
      return door.read(systemCaller('任务对应的指标', reach), ({ db }) => work(db))
    },
  }
}

/** Somebody who writes: the system reads within their transaction, for the embedded engine has no second session. */
export function writingAs(ctx: Ctx, grants: Acting['grants']): Acting {
  return { ctx, grants, asSystem: (county, work) => reaching(ctx, [areaPath(county)], () => work(ctx.db)) }
}

export const readingOf = (request: FastifyRequest, ctx: Ctx, door: Door): Acting =>
  readingAs(ctx, getSignedIn(request).grants, door)

export const writingOf = (request: FastifyRequest, ctx: Ctx): Acting => writingAs(ctx, getSignedIn(request).grants)

/** Units of the posts by which somebody works on duties. */
export function unitsOf(grants: readonly GrantInForce[]): readonly OrgPath[] {
  const scopes = scopesFor(grants, 'duties.work')
  return [...new Set(grants.map(({ unit }) => unit))].filter((unit) => scopes.some((scope) => isWithin(unit, scope)))
}

/** Whether somebody's post stands in the unit itself. */
export const worksFor = ({ grants }: Pick<Acting, 'grants'>, path: OrgPath): boolean => unitsOf(grants).includes(path)

/** Whether somebody leads over a unit: writes instructions and letters of supervision, and does nothing else. */
export const overseesFor = ({ grants }: Pick<Acting, 'grants'>, path: OrgPath): boolean =>
  scopesFor(grants, 'duties.supervise').some((scope) => isWithin(path, scope))

/** Whether somebody may act for the unit that issued something: its own people, and for the county whoever plans. */
export function issuesFor({ grants }: Pick<Acting, 'grants'>, path: OrgPath): boolean {
  return unitsOf(grants).includes(path) || scopesFor(grants, 'duties.plan').some((scope) => isWithin(path, scope))
}

/**
 * A task that is not issued belongs to the unit that draws it up, and to whoever issues for it within the county; the unit that
 * is to lead and the city see it once it is issued.
 */
export function seesDraft(
  { grants }: Pick<Acting, 'grants'>,
  task: { readonly state: string; readonly issuer_path: OrgPath; readonly county_code: string },
): boolean {
  const { state, issuer_path: issuer } = task
  const county = areaPath(task.county_code)
  return (
    state !== 'draft' ||
    unitsOf(grants).includes(issuer) ||
    scopesFor(grants, 'duties.plan').some((scope) => isWithin(scope, county) && isWithin(issuer, scope))
  )
}
