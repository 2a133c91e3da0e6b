import { isWithin } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { beginVersion } from './begin-version.ts'
import { type CarriedRows, carryRows } from './carry-rows.ts'
import type { OpenUnitState } from './lock-open-unit.ts'

interface When {
  readonly on: string
  readonly reason: string
}

/** Puts an open unit, with all below it, under another one from a day on. Errors: `organizations.move_below_itself`. */
export async function placeBelow(
  ctx: Ctx,
  unit: OpenUnitState,
  parent: OpenUnitState,
  { on, reason }: When,
): Promise<readonly CarriedRows[]> {
  if (isWithin(parent.path, unit.path)) throw new AppError('organizations.move_below_itself', { name: unit.name })
  assertParentIsThere(parent, on)
  await beginVersion(ctx, unit, { on, reason, parentId: parent.unitId })
  return carryRows(ctx, unit.county, unit.path, `${parent.path}${unit.unitId}/`)
}

function assertParentIsThere(parent: OpenUnitState, on: string): void {
  if (on >= parent.openedOn) return
  const reason = `${parent.name} ${parent.openedOn} 才设立`
  throw new AppError('organizations.date_invalid', { date: on, reason })
}
