import type { CaseUnitNames } from '@eduduty/core/enrolment'
import { isWithin } from '@eduduty/core/organizations'
import { assertKnownCounty } from '../../county-reach.ts'
import type { CaseActing } from '../acting.ts'
import { unitsOfCounty } from './case-units.ts'

/**
 * Open townships and schools of a county, for whoever reports or hands over a child: a school has to name a township
 * that it does not reach. Names are public; nothing else is told. Errors: `enrolment.county_not_found`.
 */
export async function listUnitNames({ ctx }: Pick<CaseActing, 'ctx'>, county: string): Promise<CaseUnitNames> {
  assertKnownCounty(ctx, county)
  const units = await unitsOfCounty(ctx, county)
  const townships = units.filter(({ kind }) => kind === 'township')
  return {
    units: units.flatMap(({ unit_id: unit, kind, name, org_path: path }): CaseUnitNames['units'] => {
      if (kind === 'township') return [{ unit, kind, name }]
      if (kind !== 'school') return []
      const township = townships.find(({ org_path: around }) => isWithin(path, around))?.unit_id
      return [{ unit, kind, name, ...(township !== undefined && { township }) }]
    }),
  }
}
