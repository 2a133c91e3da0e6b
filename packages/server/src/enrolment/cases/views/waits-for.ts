import type { CaseView } from '@eduduty/core/enrolment'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { CaseLine } from '@eduduty/core/packs'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import type { StoredHolding } from '../store/holding-row.ts'
import { whoWorks } from './who-works.ts'

/** The unit of another line whose turn it is, since when, and whom to ask there; nothing where it is the reader's own. */
export async function waitsFor(
  ctx: Ctx,
  row: StoredHolding,
  lines: readonly CaseLine[],
): Promise<Pick<CaseView, 'waits_for'>> {
  const { county_code: county, case_id: id, owner_line: owner, owner_name: unit, state_since: since } = row
  if (owner === null || row.until_on !== null || row.closed_on !== null || lines.includes(owner)) return {}
  const people = await reaching(ctx, [areaPath(county)], async () => {
    const [holder] = await ctx.db.run<{ org_path: OrgPath }>(
      `select org_path from enrolment_holdings
       where county_code = $1 and case_id = $2 and until_on is null and line = owner_line`,
      [county, id],
    )
    return holder === undefined || owner === '县' ? [] : whoWorks(ctx, holder.org_path)
  })
  return { waits_for: { unit_name: unit, since, people } }
}
