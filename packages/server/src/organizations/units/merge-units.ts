import { isWithin, type UnitChange, type UnitKind } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { carryRows } from './carry-rows.ts'
import { type ChangeReport, startReport } from './change-report.ts'
import { endUnit } from './end-unit.ts'
import { keepSuccession } from './keep-succession.ts'
import { listMembers } from './list-members.ts'
import { lockOpenUnit, type OpenUnitState } from './lock-open-unit.ts'
import { lockUnits } from './lock-units.ts'
import { placeBelow } from './place-below.ts'

export interface MergeUnits {
  readonly county: string
  readonly from: readonly string[]
  readonly into: string
  readonly on: string
  readonly reason: string
}

/**
 * Closes units in favour of another one. Their open members go on below it; they themselves stand below it with all their
 * rows, so that it sees their history. Errors: as lockOpenUnit; `organizations.government_stays`, `successor_unclear`,
 * `date_invalid`.
 */
export async function mergeUnits(ctx: Ctx, input: MergeUnits): Promise<UnitChange> {
  const { county, on, reason } = input
  await lockUnits(ctx, county)
  const report = startReport()
  const depths: OpenUnitState[] = []
  for (const unitId of new Set(input.from)) depths.push(await lockOpenUnit(ctx, { county, unitId }))
  const deepestFirst = depths.toSorted((one, other) => other.path.length - one.path.length)
  for (const { unitId } of deepestFirst) {
    const unit = await lockOpenUnit(ctx, { county, unitId })
    const into = await lockOpenUnit(ctx, { county, unitId: input.into })
    assertMayMerge(unit, into, on)
    await mergeOne(ctx, unit, into, input, report)
    ctx.audit({
      action: 'organizations.merge_units',
      subject: `${unit.name} → ${into.name}`,
      reason,
      detail: { county, unit: unit.unitId, into: into.unitId, effective_on: on, rows: report.change().rows },
    })
  }
  return report.change()
}

async function mergeOne(
  ctx: Ctx,
  unit: OpenUnitState,
  into: OpenUnitState,
  { on, reason }: MergeUnits,
  report: ChangeReport,
): Promise<void> {
  for (const member of await listMembers(ctx, unit)) {
    report.carried(await placeBelow(ctx, member, into, { on, reason }))
    report.says(member, `改由“${into.name}”管理`)
  }
  report.postsClosed(await endUnit(ctx, unit, on, reason))
  await keepSuccession(ctx, unit, into, { kind: 'merge', on, reason })
  report.carried(await carryRows(ctx, unit.county, unit.path, `${into.path}${unit.unitId}/`))
  report.says(unit, `并入“${into.name}”后撤销`)
}

const teaching: readonly UnitKind[] = ['school', 'kindergarten']

function assertMayMerge(unit: OpenUnitState, into: OpenUnitState, on: string): void {
  if (unit.kind === 'government') throw new AppError('organizations.government_stays')
  const unclear = (reason: string): AppError => new AppError('organizations.successor_unclear', { reason })
  if (isWithin(into.path, unit.path)) throw unclear(`“${into.name}”是“${unit.name}”自己或它的下级`)
  const alike = unit.kind === into.kind || (teaching.includes(unit.kind) && teaching.includes(into.kind))
  if (!alike) throw unclear(`“${unit.name}”与“${into.name}”类别不同`)
  if (on < into.openedOn) throw unclear(`“${into.name}”${into.openedOn} 才设立`)
}
