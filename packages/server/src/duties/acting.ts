import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import { isWithin, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../platform/ctx.ts'
import type { Door } from '../platform/door.ts'

/** Who acts, with the posts that they hold: a task is led and issued by units, not by persons. */
export interface Acting {
  readonly ctx: Ctx
  readonly grants: readonly GrantInForce[]
  /** For figures, which the system reads for whoever has a task measured by them. */
  readonly door: Door
}

/** Units of the posts by which somebody works on duties. */
export function unitsOf(grants: readonly GrantInForce[]): readonly OrgPath[] {
  const scopes = scopesFor(grants, 'duties.work')
  return [...new Set(grants.map(({ unit }) => unit))].filter((unit) => scopes.some((scope) => isWithin(unit, scope)))
}

/** Whether somebody's post stands in the unit itself. */
export const worksFor = ({ grants }: Pick<Acting, 'grants'>, path: OrgPath): boolean => unitsOf(grants).includes(path)

/** Whether somebody may act for the unit that issued something: its own people, and for the county whoever plans. */
export function issuesFor({ grants }: Pick<Acting, 'grants'>, path: OrgPath): boolean {
  return unitsOf(grants).includes(path) || scopesFor(grants, 'duties.plan').some((scope) => isWithin(path, scope))
}
