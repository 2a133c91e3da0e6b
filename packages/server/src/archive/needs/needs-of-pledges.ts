import { dayOf } from '@eduduty/core/calendar'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { Pack, PledgeLevel } from '@eduduty/core/packs'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { findAskingPack } from '../catalogues/asking-pack.ts'

export interface PledgeSought {
  readonly county: string
  readonly year: number
  /** Of whoever promises. */
  readonly level: PledgeLevel
  /** The unit to which it is promised: it owes the material. */
  readonly issuer: OrgPath
}

interface OpenNeed {
  readonly need_id: string
  readonly pack_id: string
  readonly indicator_id: string
  readonly material_id: string
}

/** Needs of the open catalogues of a year that a pledge of this kind serves: those whose packs say so, owed by its issuer; for the county's government, by its departments too. */
export async function needsOfPledges(ctx: Ctx, sought: PledgeSought): Promise<readonly string[]> {
  const { county, year, level } = sought
  const needs = await ctx.db.run<OpenNeed>(
    `select n.need_id, c.pack_id, n.indicator_id, n.material_id from archive_needs n
     join archive_catalogues c on c.county_code = n.county_code and c.catalogue_id = n.catalogue_id
     where n.county_code = $1 and c.year = $2 and c.is_open and n.is_asked and n.waived_reason is null and n.spared_because is null
       and n.unit_id = any($3::text[])`,
    [county, year, await ownersFor(ctx, sought)],
  )
  const found: string[] = []
  for (const id of new Set(needs.map(({ pack_id: pack }) => pack))) {
    const asking = await findAskingPack(ctx.db, id)
    const served = asking === undefined ? new Set() : materialsFor(asking.pack, level)
    const own = needs.filter(({ pack_id: pack }) => pack === id)
    found.push(
      ...own.filter((need) => served.has(nameOf(need.indicator_id, need.material_id))).map((one) => one.need_id),
    )
  }
  return found
}

const nameOf = (item: string, material: string): string => `${item} ${material}`

async function ownersFor({ db, now }: Ctx, { county, issuer }: PledgeSought): Promise<readonly string[]> {
  const units = await treeAsOf(db, county, dayOf(now))
  const isCounty = issuer === areaPath(county)
  return units
    .filter(({ org_path: path, kind }) => path === issuer || (isCounty && kind === 'department'))
    .map(({ unit_id: id }) => id)
}

function materialsFor({ indicators, duties = [] }: Pack, level: PledgeLevel): ReadonlySet<string> {
  const items = [...indicators, ...duties]
  return new Set(
    items.flatMap(({ id, evidence = [] }) =>
      evidence.filter(({ pledges = [] }) => pledges.includes(level)).map((material) => nameOf(id, material.id)),
    ),
  )
}
