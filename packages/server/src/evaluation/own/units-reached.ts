import { isWithin } from '@eduduty/core/organizations'
import { findCodedPaths } from '../../organizations/index.ts'
import { unitPathIn } from '../unit-path.ts'
import type { OwnReader } from './own-reader.ts'

/** Tells of a unit's code in a chain whether it is one of the caller's units, or below them. */
export async function unitsReached(
  { ctx, units }: OwnReader,
  county: string,
): Promise<(unit: string | undefined) => boolean> {
  const pathOf = unitPathIn(county, await findCodedPaths(ctx.db, county))
  return (unit) => unit !== undefined && units.some((own) => isWithin(pathOf(unit), own))
}
