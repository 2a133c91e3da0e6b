import type { DestructionView, RetentionView } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { assertReachesCounty } from '../../county-reach.ts'
import { type KeptFor, readKeeping } from './due-cases.ts'

type Row = Omit<DestructionView, 'decided_on' | 'may_decide'> & {
  readonly decided_on: string | null
  readonly proposed_by_id: string
}

/** Cases whose time of keeping is over, and what was proposed and decided. Errors: `enrolment.county_not_found`, `enrolment.whole_county`. */
export async function readRetention(ctx: Ctx, county: string): Promise<RetentionView> {
  assertReachesCounty(ctx, county)
  const keeping = await readKeeping(ctx, county)
  const rule = keeping.state === 'kept' ? keeping.rule : undefined
  const due = rule === undefined ? [] : await countDue(ctx, county, rule)
  const [closed] = await ctx.db.run<{ cases: number }>(
    `select count(*) as cases from enrolment_holdings
     where county_code = $1 and is_lead and until_on is null and closed_on is not null and destroyed_on is null`,
    [county],
  )
  const dueCases = due.reduce((sum, { cases }) => sum + cases, 0)
  return {
    ...(rule !== undefined && { years: rule.years, closed_until: rule.closedUntil }),
    basis: rule?.basis ?? '',
    is_undecided: keeping.state === 'undecided',
    due,
    kept: (closed?.cases ?? 0) - dueCases,
    destructions: await listDestructions(ctx, county),
  }
}

function countDue({ db }: Ctx, county: string, { closedUntil }: KeptFor): Promise<RetentionView['due']> {
  return db.run(
    `select extract(year from closed_on)::integer as year, count(*) as cases from enrolment_holdings
     where county_code = $1 and is_lead and until_on is null and closed_on <= $2::date and destroyed_on is null
     group by 1 order by 1`,
    [county, closedUntil],
  )
}

async function listDestructions({ db, actor }: Ctx, county: string): Promise<DestructionView[]> {
  const rows = await db.run<Row>(
    `select destruction_id as destruction, closed_until, years, cases, destroyed, reason, state,
       proposed_by as proposed_by_id, proposed_by_name as proposed_by,
       (proposed_at at time zone 'Asia/Shanghai')::date::text as proposed_on, decided_by_name as decided_by,
       (decided_at at time zone 'Asia/Shanghai')::date::text as decided_on, answer
     from enrolment_destructions where county_code = $1 order by proposed_at desc limit 100`,
    [county],
  )
  return rows.map(({ proposed_by_id: proposer, decided_on: day, ...row }) => ({
    ...row,
    ...(day !== null && { decided_on: day }),
    may_decide: row.state === 'proposed' && proposer !== actor.id,
  }))
}
