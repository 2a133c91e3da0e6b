import { isOutOfSchool } from '@eduduty/core/enrolment'
import { reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type FoundChild, readChildren } from './findings.ts'

const MOST_PRINTED = 2_000

/**
 * The children whom a township or a school has to visit, for it to print: nobody takes the list of a whole county this way.
 * Errors: `enrolment.door_list_by_unit`, `enrolment.county_not_found`.
 */
export async function takeDoorList(
  ctx: Ctx,
  county: string,
): Promise<{ readonly unit: string; readonly children: readonly FoundChild[] }> {
  if (reachesCounty(ctx.scopes, county)) throw new AppError('enrolment.door_list_by_unit')
  const { children: all } = await readChildren(ctx, county, { state: 'open', limit: MOST_PRINTED })
  // Nobody goes to a door for a roll or a cell that has to be put right.
  const children = all.filter(([{ ledger }]) => isOutOfSchool(ledger))
  ctx.audit({ action: 'enrolment.download', subject: '入户摸排表', detail: { rows: children.length } })
  const [unit = '', ...more] = new Set(children.flat().map(({ unit_name }) => unit_name))
  return { unit: more.length === 0 ? unit : '', children }
}
