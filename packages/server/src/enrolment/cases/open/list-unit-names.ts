import type { CaseUnitNames } from '@eduduty/core/enrolment'
import { areaLevelOf, areaPath, isWithin } from '@eduduty/core/organizations'
import { listCounties } from '../../../organizations/index.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import type { CaseActing } from '../acting.ts'
import { unitsOfCounty } from './case-units.ts'

/**
 * Open townships and schools of a county and the other counties of the province, for whoever reports or hands over a
 * child: a school has to name a township or a county that it does not reach. Names are public; nothing else is told.
 * Errors: `enrolment.county_not_found`.
 */
export async function listUnitNames({ ctx }: Pick<CaseActing, 'ctx'>, county: string): Promise<CaseUnitNames> {
  assertKnownCounty(ctx, county)
  const units = await unitsOfCounty(ctx, county)
  const townships = units.filter(({ kind }) => kind === 'township')
  return {
    counties: await otherCounties(ctx, county),
    units: units.flatMap(({ unit_id: unit, kind, name, org_path: path }): CaseUnitNames['units'] => {
      if (kind === 'township') return [{ unit, kind, name }]
      if (kind !== 'school') return []
      const township = townships.find(({ org_path: around }) => isWithin(path, around))?.unit_id
      return [{ unit, kind, name, ...(township !== undefined && { township }) }]
    }),
  }
}

/** Those of the same city come first. */
async function otherCounties(ctx: CaseActing['ctx'], county: string): Promise<CaseUnitNames['counties']> {
  const all = await reaching(ctx, [areaPath(`${county.slice(0, 2)}0000`)], () => listCounties(ctx.db))
  const isFar = (code: string): number => (code.startsWith(county.slice(0, 4)) ? 0 : 1)
  return all
    .filter(({ code }) => areaLevelOf(code) === 'county' && code !== county)
    .toSorted((a, b) => isFar(a.code) - isFar(b.code))
    .map(({ code, name }) => ({ county: code, name }))
}
