import type { DestructionDecision, DestructionMade } from '@eduduty/core/enrolment'
import { destroyCasePapers } from '../../../archive/index.ts'
import { forgetTitles } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { assertReachesCounty } from '../../county-reach.ts'
import { findDueCases, readKeeping } from './due-cases.ts'

export interface DestructionKey {
  readonly county: string
  readonly destruction: string
}

interface Proposed {
  readonly state: string
  readonly proposed_by: string
  readonly closed_until: string
}

/** What stands in place of a name. */
export const DESTROYED = '已销毁'

/**
 * Approves and destroys, or says why not. Nobody decides what they have proposed. Errors: `enrolment.county_not_found`,
 * `enrolment.whole_county`, `enrolment.keeping_undecided`, `enrolment.refusal_unsaid`, `enrolment.destruction_not_found`, `enrolment.destruction_decided`, `enrolment.own_destruction`.
 */
export async function decideDestruction(
  ctx: Ctx,
  key: DestructionKey,
  { approves, says }: DestructionDecision,
): Promise<DestructionMade> {
  const { county, destruction } = key
  assertReachesCounty(ctx, county)
  if (!approves && says.trim() === '') throw new AppError('enrolment.refusal_unsaid')
  const row = await lockProposed(ctx, key)
  const cases = approves ? await findDueCases(ctx, county, await lastDay(ctx, county, row)) : []
  if (cases.length > 0) {
    await destroyCases(ctx, county, cases)
    await forgetTitles(ctx, { county, kind: 'enrolment.case', ids: cases, title: DESTROYED })
  }
  const papers = await destroyCasePapers(ctx, county, cases)
  await ctx.db.kysely
    .updateTable('enrolment_destructions')
    .set({
      state: approves ? 'approved' : 'refused',
      decided_by: ctx.actor.id,
      decided_by_name: ctx.actor.name,
      decided_at: ctx.now,
      answer: says.trim(),
      destroyed: cases.length,
    })
    .where('county_code', '=', county)
    .where('destruction_id', '=', destruction)
    .execute()
  ctx.audit({
    action: 'enrolment.decide_destruction',
    subject: `销案在${row.closed_until}以前的个案`,
    ...(says.trim() !== '' && { reason: says.trim() }),
    detail: { destruction, state: approves ? 'approved' : 'refused', cases: cases.length, papers },
  })
  return { destruction, destroyed: cases.length }
}

/** What was proposed by a rule that holds no more, or by none, is not destroyed. */
async function lastDay(ctx: Ctx, county: string, { closed_until: proposed }: Proposed): Promise<string> {
  const keeping = await readKeeping(ctx, county)
  if (keeping.state !== 'kept') throw new AppError('enrolment.keeping_undecided')
  const { closedUntil } = keeping.rule
  return proposed < closedUntil ? proposed : closedUntil
}

async function lockProposed({ db, actor }: Ctx, { county, destruction }: DestructionKey): Promise<Proposed> {
  const [row] = await db.run<{ state: string; proposed_by: string; closed_until: string }>(
    `select state, proposed_by, closed_until from enrolment_destructions
     where county_code = $1 and destruction_id = $2 for update`,
    [county, destruction],
  )
  if (row === undefined) throw new AppError('enrolment.destruction_not_found')
  if (row.state !== 'proposed') throw new AppError('enrolment.destruction_decided')
  if (row.proposed_by === actor.id) throw new AppError('enrolment.own_destruction')
  return row
}

/** Every copy of the cases, also those of former holders, and their findings. Where, when, by which steps and how they ended stays. */
async function destroyCases({ db, now }: Ctx, county: string, cases: readonly string[]): Promise<void> {
  await db.run(
    `update enrolment_holdings set destroyed_on = ($3::timestamptz at time zone 'Asia/Shanghai')::date, child_name = $4,
       sex = '', birth_on = null, id_number_sealed = null, id_number_index = null, guardian = '', phone_sealed = null,
       address = '', village = '', grade = '', grounds = $4
     where county_code = $1 and case_id = any($2::text[])`,
    [county, cases, now, DESTROYED],
  )
  await db.run(
    `update enrolment_events set says = '', fields = '[]', proof = '' where county_code = $1 and case_id = any($2::text[])`,
    [county, cases],
  )
  await db.run(`update enrolment_case_papers set content = '{}' where county_code = $1 and case_id = any($2::text[])`, [
    county,
    cases,
  ])
  await db.run(
    `update enrolment_handovers set child_name = $3, grade = '', reason = $3, answer = ''
     where county_code = $1 and case_id = any($2::text[])`,
    [county, cases, DESTROYED],
  )
  await destroyProposals(db, county, cases)
  await destroyFindings(db, county, cases)
}

/** Pairs in which somebody may still read a child of these cases: that there was a pair, and what was said of it, stays. */
async function destroyProposals(db: Ctx['db'], county: string, cases: readonly string[]): Promise<void> {
  await db.run(
    `update enrolment_proposals set left_subject = proposal_id, right_subject = proposal_id, left_cells = '{}',
       right_cells = '{}', left_number = '', right_number = '', reasons = '[]', why = $3, earlier = '',
       state = case when state = 'open' then 'gone' else state end
     where county_code = $1 and exists (select from enrolment_findings f where f.county_code = $1
       and f.case_id = any($2::text[]) and f.subject in (left_subject, right_subject))`,
    [county, cases, DESTROYED],
  )
}

/** What comparisons had found of the children: that there was a finding, and what it led to, stays. */
async function destroyFindings(db: Ctx['db'], county: string, cases: readonly string[]): Promise<void> {
  await db.run(
    `update enrolment_findings set subject = case_id, print = '', says = '', child_group = '', name = '', id_number = '',
       sex = '', birth_on = null, guardian = '', phone = '', address = '', village = '', school = '', grade = '', proof = '',
       earlier = '', why = $3
     where county_code = $1 and case_id = any($2::text[])`,
    [county, cases, DESTROYED],
  )
}
