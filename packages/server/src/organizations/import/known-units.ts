import { dayOf } from '@eduduty/core/identity'
import type { OrgPath, UnitEntry, UnitKind } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { treeAsOf } from '../views/tree-as-of.ts'
import type { UnitRow } from './import-unit-row.ts'

export interface KnownUnit {
  readonly unitId: string
  readonly kind: UnitKind
  readonly name: string
  readonly code: string
  readonly parentId: string | null
  readonly areaCode: string | null
  readonly schoolType: string
  readonly openedOn: string
  readonly path: OrgPath
}

/** The open units of the county while a file is worked through. */
export class KnownUnits {
  readonly #units: Map<string, KnownUnit>

  constructor(units: readonly UnitEntry[]) {
    this.#units = new Map(units.map((unit) => [unit.unit_id, knownOf(unit)]))
  }

  find(unitId: string): KnownUnit | undefined {
    return this.#units.get(unitId)
  }

  keep(unit: KnownUnit): void {
    this.#units.set(unit.unitId, unit)
  }

  /** The units that a row may mean: by id, by code, else by kind and name. */
  matches(row: UnitRow): readonly KnownUnit[] {
    const all = [...this.#units.values()]
    if (row.unitId !== undefined) return all.filter((unit) => unit.unitId === row.unitId)
    if (row.kind === 'government') return all.filter((unit) => unit.kind === 'government')
    const byCode = row.code === undefined ? [] : all.filter((unit) => unit.code === row.code)
    if (byCode.length > 0) return byCode
    return all.filter(
      (unit) =>
        unit.name === row.name &&
        (row.kind === undefined || unit.kind === row.kind) &&
        (row.code === undefined || unit.code === ''),
    )
  }

  /** The units that a text in the column 上级单位 may mean. */
  named(text: string): readonly KnownUnit[] {
    return [...this.#units.values()].filter((unit) => unit.name === text || unit.code === text || unit.unitId === text)
  }
}

export async function loadKnownUnits({ db, now }: Ctx, county: string): Promise<KnownUnits> {
  return new KnownUnits(await treeAsOf(db, county, dayOf(now)))
}

function knownOf(unit: UnitEntry): KnownUnit {
  return {
    unitId: unit.unit_id,
    kind: unit.kind,
    name: unit.name,
    code: unit.code,
    parentId: unit.parent_id,
    areaCode: unit.area_code,
    schoolType: unit.school_type,
    openedOn: unit.opened_on,
    path: unit.org_path,
  }
}
