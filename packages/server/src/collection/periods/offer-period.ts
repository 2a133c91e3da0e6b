import type { PeriodOffer } from '@eduduty/core/collection'
import { proposeReporters } from '@eduduty/core/collection'
import { neededRegisters, planPack } from '@eduduty/core/evaluation'
import { dayOf } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { Register } from '@eduduty/core/packs'
import { treeAsOf } from '../../organizations/index.ts'
import type { LoadedPack } from '../../packs/index.ts'
import type { Ctx } from '../../platform/ctx.ts'

export type OfferedUnit = PeriodOffer['units'][number] & { readonly path: string }

/** Units that may have to report, today, with the township each stands in. */
export async function listReportingUnits(ctx: Ctx, county: string): Promise<readonly OfferedUnit[]> {
  const units = await treeAsOf(ctx.db, county, dayOf(ctx.now))
  const townships = units.filter(({ kind }) => kind === 'township')
  const townshipOf = (path: string): string => townships.find((one) => path.startsWith(one.org_path))?.name ?? ''
  return units
    .filter(
      ({ kind, org_path }) => kind !== 'government' && kind !== 'inspection_area' && org_path !== areaPath(county),
    )
    .map((unit) => ({
      unit_id: unit.unit_id,
      name: unit.name,
      code: unit.code,
      kind: unit.kind,
      school_type: unit.school_type,
      township: townshipOf(unit.org_path),
      path: unit.org_path,
    }))
}

/** What can be collected by a pack, and who would fill each register. */
export async function offerPeriod(ctx: Ctx, county: string, { pack }: LoadedPack): Promise<PeriodOffer> {
  const units = await listReportingUnits(ctx, county)
  const needed = neededRegisters(planPack(pack))
  // A pack without indicators collects for the sake of collecting: what it brings itself is meant.
  const isNeeded = ({ id, home }: Register): boolean =>
    pack.indicators.length === 0 ? home === undefined : needed.has(id)
  const judged = units.map((unit) => ({ ...unit, schoolType: unit.school_type }))
  return {
    pack_id: pack.pack.id,
    pack_title: pack.pack.title,
    registers: pack.registers.map((register) => ({
      register: register.id,
      title: register.title,
      reporter: register.reporter,
      frequency: register.period,
      columns: register.columns.length,
      proposed: proposeReporters(register, judged).map(({ unit_id }) => unit_id),
      is_needed: isNeeded(register),
    })),
    units: units.map(({ path: _, ...unit }) => unit),
  }
}
