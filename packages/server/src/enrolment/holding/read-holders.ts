import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import type { HeldChild } from './held-child.ts'

/** Where copies stand, each with the column that says of what. */
const keyOf = { enrolment_holdings: 'case_id', enrolment_care_children: 'child_id' } as const

export interface Holder {
  readonly line: HeldChild['line']
  readonly unit_name: string
  readonly from: string
  readonly until?: string
}

/** Which units hold a case or a child, by name, also those that the caller does not reach: not what they see of it. */
export async function readHolders(
  ctx: Ctx,
  table: keyof typeof keyOf,
  { county, id }: { readonly county: string; readonly id: string },
): Promise<Holder[]> {
  const rows = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<Pick<HeldChild, 'line' | 'unit_name' | 'from_on' | 'until_on'>>(
      `select line, unit_name, from_on, until_on from ${table} where county_code = $1 and ${keyOf[table]} = $2
       order by from_on, holding_no`,
      [county, id],
    ),
  )
  return rows.map(({ line, unit_name, from_on: from, until_on: until }) => ({
    line,
    unit_name,
    from,
    ...(until !== null && { until }),
  }))
}
