import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'

interface NameBelow {
  readonly county: string
  readonly parentId: string | null
  readonly name: string
  /** The unit that is to have the name; absent for one that is still to be set up. */
  readonly unitId?: string
}

/** Two open units below one parent never share a name: nobody could tell them apart in a list. Errors: `organizations.name_taken`. */
export async function assertNameFree(ctx: Ctx, { county, parentId, name, unitId }: NameBelow): Promise<void> {
  if (parentId === null) return
  const [other] = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<{ parent: string }>(
      `select coalesce((select p.name from organizations_unit_versions p
           where p.county_code = $1 and p.unit_id = $2 and p.until is null), '') as parent
       from organizations_unit_versions v
       join organizations_units u on u.county_code = $1 and u.unit_id = v.unit_id and u.closed_on is null
       where v.county_code = $1 and v.until is null and v.parent_id = $2 and v.name = $3 and v.unit_id <> $4 limit 1`,
      [county, parentId, name, unitId ?? ''],
    ),
  )
  if (other !== undefined) throw new AppError('organizations.name_taken', { name, parent: other.parent })
}
