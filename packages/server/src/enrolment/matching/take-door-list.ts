import { isOutOfSchool } from '@eduduty/core/enrolment'
import { reachesCounty } from '@eduduty/core/organizations'
import { findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { isSuspected } from '../counting/ledger-tables.ts'
import { type FoundChild, readChildren } from './findings.ts'

const MOST_PRINTED = 2_000

export interface DoorChildren {
  readonly unit: string
  readonly children: readonly FoundChild[]
  /** Found out of school before: they have cases, and are not on the list. */
  readonly confirmed: number
}

/**
 * The children whom a township or a school has to visit, for it to print: nobody takes the list of a whole county this way.
 * Errors: `enrolment.door_list_by_unit`, `enrolment.county_not_found`.
 */
export async function readDoorChildren(ctx: Ctx, county: string): Promise<DoorChildren> {
  if (reachesCounty(ctx.scopes, county)) throw new AppError('enrolment.door_list_by_unit')
  const { children: all } = await readChildren(ctx, county, { state: 'open', limit: MOST_PRINTED })
  // Nobody goes to a door for a roll or a cell that has to be put right.
  const children = all.filter(([{ ledger }]) => isOutOfSchool(ledger))
  // A township's list has children of its schools, too: it is named after whoever takes it.
  const names = await findUnitNames(ctx.db, county, [ctx.actor.path])
  const [counted] = await ctx.db.run<{ n: number }>(
    `select count(distinct (year, subject)) as n from enrolment_findings
     where county_code = $1 and state = 'confirmed' and ${isSuspected}`,
    [county],
  )
  return { unit: names.get(ctx.actor.path) ?? '', children, confirmed: Number(counted?.n ?? 0) }
}

/** The same for a list on which nobody can be recognised. Errors: as above. */
export async function takeDoorList(ctx: Ctx, county: string): Promise<DoorChildren> {
  const taken = await readDoorChildren(ctx, county)
  ctx.audit({ action: 'enrolment.download', subject: '入户摸排表', detail: { rows: taken.children.length } })
  return taken
}
