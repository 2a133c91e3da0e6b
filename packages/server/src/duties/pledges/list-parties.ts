import { dayOf } from '@eduduty/core/calendar'
import { levelOfKind, signingName } from '@eduduty/core/duties'
import { areaPath, isWithin, parentPath, type UnitEntry } from '@eduduty/core/organizations'
import type { PledgeLevel } from '@eduduty/core/packs'
import { listVillages, treeAsOf } from '../../organizations/index.ts'
import type { Acting } from '../acting.ts'

/** A unit or village that signs a pledge, and the unit that it signs it with. */
export interface PledgeParty {
  readonly id: string
  readonly name: string
  /** As it stands on its seal. */
  readonly signsAs: string
  readonly level: PledgeLevel
  /** Where its row is kept: a village's with its township. */
  readonly path: string
  /** Of its own: tells villages of one township apart. */
  readonly place: string
  readonly issuer: Pick<UnitEntry, 'unit_id' | 'name' | 'org_path' | 'kind'>
  /** Undefined for a village, which is no unit. */
  readonly unit: UnitEntry | undefined
}

/**
 * Whoever signs pledges in a county, within reach. The names of units above are read by the system: a school signs with a
 * township whose rows it does not see.
 */
export async function listParties(acting: Acting, county: string): Promise<readonly PledgeParty[]> {
  const { ctx } = acting
  const today = dayOf(ctx.now)
  const { units, villages } = await acting.asSystem(county, async (db) => ({
    units: await treeAsOf(db, county, today),
    villages: await listVillages(db, county, today),
  }))
  const open = units.filter(({ closed_on: closed }) => closed === null)
  const government = open.find(({ org_path: path }) => path === areaPath(county))
  if (government === undefined) return []
  const byPath = new Map(open.map((unit) => [unit.org_path, unit]))
  const own = open.flatMap((unit): PledgeParty[] => {
    const level = levelOfKind(unit.kind)
    if (level === undefined) return []
    const issuer = byPath.get(parentPath(unit.org_path) ?? '') ?? government
    const { unit_id: id, name, org_path: path } = unit
    const signsAs = signingName(unit.kind, name)
    return [{ id, name, signsAs, level, path, place: path, issuer, unit }]
  })
  const below = open.flatMap((township): PledgeParty[] => {
    const area = township.kind === 'township' ? township.area_code?.slice(0, 9) : undefined
    if (area === undefined || area === '') return []
    const { org_path: path } = township
    return villages
      .filter(({ code }) => code.startsWith(area))
      .map(({ code: id, name }) => ({
        id,
        name,
        signsAs: signingName('village', name),
        level: '村',
        path,
        place: `${path}V${id}/`,
        issuer: township,
        unit: undefined,
      }))
  })
  return [...own, ...below].filter(({ path }) => ctx.scopes.some((scope) => isWithin(path, scope)))
}
