import { dayOf } from '@eduduty/core/calendar'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { CaseLine } from '@eduduty/core/packs'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { holdLimits, inCounty } from '../../limits/read-decided.ts'
import type { CaseActing } from '../acting.ts'
import { getDefinition } from '../definitions/keep-definition.ts'
import { addEvent } from '../store/add-event.ts'
import { carryTime } from '../store/carry-time.ts'
import { ownerOf } from '../store/case-clock.ts'
import { copyHistory } from '../store/copy-history.ts'
import { lockHolders, type StoredHolding } from '../store/holding-row.ts'
import type { StoredHandover } from './handover-row.ts'

/**
 * Another school or township of the county holds the case from today on, with a copy of what is not private; the former one
 * keeps its copy as it is today, and learns nothing more. Errors: `enrolment.case_closed`.
 */
export async function acceptInCounty(acting: CaseActing, row: StoredHandover, line: CaseLine): Promise<void> {
  const { ctx } = acting
  const key = { county: row.from_county, case: row.case_id }
  await holdLimits(ctx.db, key.county)
  const holders = await lockHolders(ctx, key)
  const lead = holders.find(({ is_lead: isLead }) => isLead)
  if (lead === undefined || lead.closed_on !== null)
    throw new AppError('enrolment.case_closed', { day: lead?.closed_on ?? '' })
  const former = holders.find((one) => one.line === line)
  const today = dayOf(ctx.now)
  await addEvent(ctx, holders, {
    type: 'moved',
    on_day: today,
    says: `由${row.from_name}转到${row.to_name}`,
    state: lead.state,
    unit_name: row.to_name,
    line,
  })
  const place = placeOf(row, line)
  const added: StoredHolding = {
    ...lead,
    holding_no: await nextHolding(acting, key),
    org_path: row.org_path,
    unit_id: row.to_unit ?? '',
    unit_name: row.to_name,
    line,
    from_on: today,
    is_lead: line === '乡镇',
    ...place,
  }
  const after = [...holders.filter((one) => one !== former), added]
  const pinned = await inCounty(ctx.db, key.county, await getDefinition(ctx.db, key.county, lead.content_hash))
  const owner = ownerOf(pinned.casework, lead.state, holders)
  const next = ownerOf(pinned.casework, lead.state, after)
  const timed = { ...key, child: maskName(lead.child_name) }
  const time = await carryTime(ctx, timed, pinned, { lead, from: owner, to: next })
  await reaching(ctx, [areaPath(key.county)], async () => {
    if (former !== undefined)
      await ctx.db.run(
        `update enrolment_holdings set until_on = $4, is_lead = false where county_code = $1 and case_id = $2 and holding_no = $3`,
        [key.county, key.case, former.holding_no, today],
      )
    await ctx.db.kysely
      .updateTable('enrolment_holdings')
      .set({ ...place, ...time })
      .where('county_code', '=', key.county)
      .where('case_id', '=', key.case)
      .where('until_on', 'is', null)
      .execute()
    await ctx.db.kysely
      .insertInto('enrolment_holdings')
      .values({ ...added, groups: [...added.groups], ...time })
      .execute()
    await copyHistory(ctx, lead, [added])
  })
}

/** Where the child belongs from now on; a village is one of the former township. */
function placeOf({ to_unit: unit, to_name: name }: StoredHandover, line: CaseLine) {
  return line === '乡镇'
    ? { township_id: unit ?? '', township_name: name, village: '' }
    : { school_id: unit, school_name: name, schooling: 'left' as const }
}

async function nextHolding(
  { ctx }: CaseActing,
  { county, case: id }: { county: string; case: string },
): Promise<number> {
  const [row] = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<{ next: number }>(
      'select max(holding_no) + 1 as next from enrolment_holdings where county_code = $1 and case_id = $2',
      [county, id],
    ),
  )
  return row?.next ?? 1
}
