import { randomUUID } from 'node:crypto'
import type { PledgesMade } from '@eduduty/core/duties'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor } from '../acting.ts'
import { getOpenPlan, type PlanKey } from '../plans/plan-row.ts'
import { readPledges, type StandingPledge } from './read-pledges.ts'

/**
 * Makes the pledges of some parties from the tasks as they are now. One that says so already stays; one that no longer does
 * becomes void, signed or not. Errors: `duties.plan_not_found`, `duties.plan_closed`, `duties.pledge_party_unknown`.
 */
export async function makePledges(acting: Acting, key: PlanKey, ids: readonly string[]): Promise<PledgesMade> {
  const { ctx } = acting
  const plan = await getOpenPlan(ctx, key)
  // Numbers are given one after the other.
  await ctx.db.run('select from duties_plans where county_code = $1 and plan_id = $2 for update', [
    key.county,
    key.plan,
  ])
  const { pledges } = await readPledges(acting, plan)
  const wanted = [...new Set(ids)].map((id) => getParty(acting, pledges, id))
  const due = wanted.filter(({ state }) => state === 'none' || state === 'stale')
  const stale = due.flatMap(({ kept }) => (kept === undefined ? [] : [kept.pledge_id]))
  await ctx.db.run(`update duties_pledges set state = 'void' where county_code = $1 and pledge_id = any($2::text[])`, [
    key.county,
    stale,
  ])
  const first = await nextNumber(acting, key)
  for (const [at, { party, content, hash }] of due.entries())
    await ctx.db.kysely
      .insertInto('duties_pledges')
      .values({
        county_code: key.county,
        pledge_id: randomUUID(),
        org_path: party.path,
        plan_id: key.plan,
        issuer_path: party.issuer.org_path,
        issuer_name: party.issuer.name,
        level: party.level,
        party_id: party.id,
        party_name: party.name,
        pledge_no: first + at,
        content: JSON.stringify(content),
        content_hash: hash,
        state: 'made',
        made_by: ctx.actor.name,
        made_at: ctx.now,
      })
      .execute()
  ctx.audit({
    action: 'duties.make_pledges',
    subject: plan.title,
    detail: { made: due.length, voided: stale.length },
  })
  return { made: due.length, kept: wanted.length - due.length, voided: stale.length }
}

/** Numbers of a county are one series, whoever makes the pledge: the system looks which is the last. */
function nextNumber({ asSystem }: Acting, { county, plan }: PlanKey): Promise<number> {
  return asSystem(county, async (db) => {
    const [last] = await db.run<{ no: number }>(
      'select coalesce(max(pledge_no), 0) as no from duties_pledges where county_code = $1 and plan_id = $2',
      [county, plan],
    )
    return (last?.no ?? 0) + 1
  })
}

/** A party whose pledge the caller may have signed. Errors: `duties.pledge_party_unknown`. */
export function getParty(acting: Acting, pledges: readonly StandingPledge[], id: string): StandingPledge {
  const found = pledges.find(({ party }) => party.id === id)
  if (found === undefined || !issuesFor(acting, found.party.issuer.org_path))
    throw new AppError('duties.pledge_party_unknown', { party: found?.party.name ?? id })
  return found
}
