import { areaPath, fullAreaCode, isUnitName, type UnitChange } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertNameFree } from './assert-name-free.ts'
import { assertUnitCode } from './assert-unit-code.ts'
import { beginVersion, replacedBy } from './begin-version.ts'
import { startReport } from './change-report.ts'
import { lockOpenUnit, type OpenUnitState, type UnitKey } from './lock-open-unit.ts'
import { lockUnits } from './lock-units.ts'

export interface RenameUnit extends UnitKey {
  readonly name?: string
  /** Corrects the code; the unit's id stays. */
  readonly code?: string
  readonly areaCode?: string
  readonly schoolType?: string
  readonly on: string
  readonly reason: string
}

/** Another name, kind of school or place from a day on. Errors: as lockOpenUnit and beginVersion; `nothing_to_change`, `name_taken`, `code_taken`. */
export async function renameUnit(ctx: Ctx, input: RenameUnit): Promise<UnitChange> {
  await lockUnits(ctx, input.county)
  const unit = await lockOpenUnit(ctx, input)
  const name = input.name ?? unit.name
  if (!isUnitName(name)) throw new AppError('organizations.name_invalid', { name })
  const areaCode = input.areaCode === undefined ? unit.areaCode : fullOrRefused(input.areaCode)
  const schoolType = input.schoolType ?? unit.schoolType
  const recoded = input.code !== undefined && input.code !== unit.code
  const same = name === unit.name && areaCode === unit.areaCode && schoolType === unit.schoolType
  if (same && !recoded) throw new AppError('organizations.nothing_to_change', { name })
  if (name !== unit.name) await assertNameFree(ctx, { ...unit, name })
  if (recoded) await setCode(ctx, unit, input.code ?? '')
  if (!same) await beginVersion(ctx, unit, { on: input.on, reason: input.reason, name, areaCode, schoolType })
  const says = name === unit.name ? '登记信息变更' : `更名为“${name}”`
  ctx.audit({
    action: 'organizations.rename_unit',
    subject: name === unit.name ? name : `${unit.name} → ${name}`,
    reason: input.reason,
    detail: { county: unit.county, unit: unit.unitId, effective_on: input.on, code: input.code ?? unit.code },
  })
  const report = startReport()
  const recoding = recoded ? `，代码改为 ${input.code}` : ''
  report.says(unit, `${says}${recoding}${same ? '' : replacedBy(unit, input.on)}`)
  return report.change()
}

function fullOrRefused(code: string): string | null {
  if (code === '') return null
  const full = fullAreaCode(code)
  if (full === undefined)
    throw new AppError('organizations.code_invalid', { code, reason: '区划代码应是 6、9 或 12 位数字' })
  return full
}

async function setCode(ctx: Ctx, unit: OpenUnitState, code: string): Promise<void> {
  const { county, unitId } = unit
  assertUnitCode(unit.kind, code)
  if (unit.kind === 'government') throw new AppError('organizations.government_stays')
  const other = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.kysely
      .selectFrom('organizations_units')
      .select('unit_id')
      .where('county_code', '=', county)
      .where('code', '=', code)
      .where('code', '<>', '')
      .executeTakeFirst(),
  )
  if (other !== undefined) throw new AppError('organizations.code_taken', { code })
  await ctx.db.kysely
    .updateTable('organizations_units')
    .set({ code })
    .where('county_code', '=', county)
    .where('unit_id', '=', unitId)
    .execute()
}
