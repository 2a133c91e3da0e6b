import type { UnitChange } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { startReport } from './change-report.ts'
import { endUnit } from './end-unit.ts'
import { listMembers } from './list-members.ts'
import { lockOpenUnit, type UnitKey } from './lock-open-unit.ts'
import { lockUnits } from './lock-units.ts'

export interface CloseUnit extends UnitKey {
  readonly on: string
  readonly reason: string
}

/** Ends a unit that nobody succeeds; its rows stay where they are. Errors: as lockOpenUnit; `organizations.unit_has_members`, `government_stays`, `date_invalid`. */
export async function closeUnit(ctx: Ctx, input: CloseUnit): Promise<UnitChange> {
  const { county, on, reason } = input
  await lockUnits(ctx, county)
  const unit = await lockOpenUnit(ctx, input)
  if (unit.kind === 'government') throw new AppError('organizations.government_stays')
  const members = await listMembers(ctx, unit)
  if (members.length > 0)
    throw new AppError('organizations.unit_has_members', { name: unit.name, count: members.length })
  const report = startReport()
  report.postsClosed(await endUnit(ctx, unit, on, reason))
  report.says(unit, '撤销')
  ctx.audit({
    action: 'organizations.close_unit',
    subject: unit.name,
    reason,
    detail: { county, unit: unit.unitId, effective_on: on },
  })
  return report.change()
}
