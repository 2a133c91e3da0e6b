import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { PledgesReminded } from '@eduduty/core/duties'
import type { Acting } from '../acting.ts'
import { getOpenPlan, type PlanKey } from '../plans/plan-row.ts'
import { getParty } from './make-pledges.ts'
import { readPledges } from './read-pledges.ts'

/**
 * Reminds whoever has not signed, once a day at most. Errors: `duties.plan_not_found`, `duties.plan_closed`,
 * `duties.pledge_party_unknown`.
 */
export async function remindPledges(acting: Acting, key: PlanKey, ids: readonly string[]): Promise<PledgesReminded> {
  const { ctx } = acting
  const plan = await getOpenPlan(ctx, key)
  // Two who remind at once wait for one another: nobody is reminded twice a day.
  await ctx.db.run('select from duties_plans where county_code = $1 and plan_id = $2 for update', [
    key.county,
    key.plan,
  ])
  const { pledges } = await readPledges(acting, plan)
  const owing = [...new Set(ids)].map((id) => getParty(acting, pledges, id)).filter(({ state }) => state !== 'signed')
  const today = dayOf(ctx.now)
  const done = await ctx.db.run<{ party_id: string }>(
    `select distinct party_id from duties_pledge_reminders where county_code = $1 and plan_id = $2
       and (reminded_at at time zone 'Asia/Shanghai')::date = $3::date`,
    [key.county, key.plan, today],
  )
  const already = new Set(done.map(({ party_id: party }) => party))
  const due = owing.filter(({ party }) => !already.has(party.id))
  for (const { party, state } of due)
    await ctx.db.kysely
      .insertInto('duties_pledge_reminders')
      .values({
        county_code: key.county,
        reminder_id: randomUUID(),
        org_path: party.path,
        plan_id: key.plan,
        party_id: party.id,
        party_name: party.name,
        reminded_by: ctx.actor.name,
        reminded_at: ctx.now,
        message: `“${plan.title}”：${party.name}与${party.issuer.name}的责任书${state === 'stale' ? '因任务变动要重新签订' : '还没有签订'}。`,
      })
      .execute()
  ctx.audit({ action: 'duties.remind_pledges', subject: plan.title, detail: { units: due.length } })
  return { reminded: due.length, today: owing.length - due.length }
}
