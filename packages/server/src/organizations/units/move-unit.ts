import type { UnitChange } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertNameFree } from './assert-name-free.ts'
import { replacedBy } from './begin-version.ts'
import { startReport } from './change-report.ts'
import { lockOpenUnit, type UnitKey } from './lock-open-unit.ts'
import { lockUnits } from './lock-units.ts'
import { placeBelow } from './place-below.ts'

export interface MoveUnit extends UnitKey {
  /** The unit of the same county that it is to stand below. */
  readonly parentId: string
  readonly on: string
  readonly reason: string
}

/**
 * Puts a unit below another from a day on. Who sees its rows changes at once, and with the next request of every open
 * session; what it was before stays in its history. Errors: as lockOpenUnit; `organizations.government_stays`,
 * `move_below_itself`, `nothing_to_change`, `name_taken`, `date_invalid`.
 */
export async function moveUnit(ctx: Ctx, input: MoveUnit): Promise<UnitChange> {
  const { county, on, reason } = input
  await lockUnits(ctx, county)
  const unit = await lockOpenUnit(ctx, input)
  if (unit.kind === 'government') throw new AppError('organizations.government_stays')
  const parent = await lockOpenUnit(ctx, { county, unitId: input.parentId })
  if (parent.unitId === unit.parentId) throw new AppError('organizations.nothing_to_change', { name: unit.name })
  await assertNameFree(ctx, { county, parentId: parent.unitId, name: unit.name, unitId: unit.unitId })
  const report = startReport()
  report.carried(await placeBelow(ctx, unit, parent, { on, reason }))
  report.says(unit, `改由“${parent.name}”管理${replacedBy(unit, on)}`)
  ctx.audit({
    action: 'organizations.move_unit',
    subject: `${unit.name} → ${parent.name}`,
    reason,
    detail: { county, unit: unit.unitId, parent: parent.unitId, effective_on: on, rows: report.change().rows },
  })
  return report.change()
}
