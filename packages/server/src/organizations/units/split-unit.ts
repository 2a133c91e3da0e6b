import { type UnitChange, type UnitKind, unitKinds } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type ChangeReport, startReport } from './change-report.ts'
import { endUnit } from './end-unit.ts'
import { keepSuccession } from './keep-succession.ts'
import { listMembers } from './list-members.ts'
import { lockOpenUnit, type OpenUnitState, type UnitKey } from './lock-open-unit.ts'
import { lockUnits } from './lock-units.ts'
import { openUnit } from './open-unit.ts'
import { placeBelow } from './place-below.ts'

export interface SplitPart {
  readonly name: string
  readonly kind?: UnitKind
  readonly code?: string
  readonly schoolType?: string
  /** Ids of open members of the unit that go on below this part. */
  readonly members: readonly string[]
}

export interface SplitUnit extends UnitKey {
  readonly into: readonly SplitPart[]
  /** The unit goes on beside its parts. */
  readonly stays: boolean
  readonly on: string
  readonly reason: string
}

/**
 * Sets up parts of a unit as units beside it. Its own rows stay with it: nobody can say which part they would belong to.
 * Errors: as lockOpenUnit and openUnit; `organizations.successor_unclear`, `government_stays`, `date_invalid`.
 */
export async function splitUnit(ctx: Ctx, input: SplitUnit): Promise<UnitChange> {
  const { county, on, reason } = input
  await lockUnits(ctx, county)
  const unit = await lockOpenUnit(ctx, input)
  if (unit.kind === 'government' || unit.parentId === null) throw new AppError('organizations.government_stays')
  const members = await listMembers(ctx, unit)
  assertSharedOut(input, members)
  const above = await lockOpenUnit(ctx, { county, unitId: unit.parentId })
  const report = startReport()
  for (const part of input.into) await openPart(ctx, { unit, above, part, members }, input, report)
  if (!input.stays) {
    report.postsClosed(await endUnit(ctx, unit, on, reason))
    report.says(unit, '拆分后撤销')
  }
  ctx.audit({
    action: 'organizations.split_unit',
    subject: `${unit.name} → ${input.into.map(({ name }) => name).join('、')}`,
    reason,
    detail: { county, unit: unit.unitId, stays: input.stays, effective_on: on, rows: report.change().rows },
  })
  return report.change()
}

/** Every member knows where it goes: to one part, or nowhere when the unit stays. */
function assertSharedOut({ into, stays }: SplitUnit, members: readonly OpenUnitState[]): void {
  const unclear = (reason: string): AppError => new AppError('organizations.successor_unclear', { reason })
  const shared = into.flatMap((part) => part.members)
  if (new Set(shared).size < shared.length) throw unclear('同一个下级单位划归了几处')
  if (shared.some((id) => !members.some((member) => member.unitId === id))) throw unclear('划归的单位不是它的下级')
  const left = members.find((member) => !shared.includes(member.unitId))
  if (!stays && left !== undefined) throw unclear(`“${left.name}”还没有划归`)
}

interface Parting {
  readonly unit: OpenUnitState
  readonly above: OpenUnitState
  readonly part: SplitPart
  readonly members: readonly OpenUnitState[]
}

async function openPart(
  ctx: Ctx,
  { unit, above, part, members }: Parting,
  { county, on, reason }: SplitUnit,
  report: ChangeReport,
): Promise<void> {
  const kind = part.kind ?? unit.kind
  const { unitId } = await openUnit(ctx, {
    kind,
    name: part.name,
    code: part.code ?? '',
    parentPath: above.path,
    schoolType: part.schoolType ?? unit.schoolType,
    ...(unit.areaCode !== null && { areaCode: unit.areaCode }),
    openedOn: on,
    reason,
  })
  await keepSuccession(ctx, unit, { unitId }, { kind: 'split', on, reason })
  report.says({ unitId, name: part.name }, `从“${unit.name}”分出，设立为${unitKinds[kind].title}`)
  const opened = await lockOpenUnit(ctx, { county, unitId })
  for (const member of members.filter((candidate) => part.members.includes(candidate.unitId))) {
    report.carried(await placeBelow(ctx, member, opened, { on, reason }))
    report.says(member, `划归“${part.name}”`)
  }
}
