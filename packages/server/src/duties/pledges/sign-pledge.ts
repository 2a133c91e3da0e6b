import { dayOf } from '@eduduty/core/calendar'
import type { SignPledgeBody } from '@eduduty/core/duties'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor } from '../acting.ts'
import { getOpenPlan, type PlanKey } from '../plans/plan-row.ts'
import { readPledges, type StandingPledge } from './read-pledges.ts'

export interface PledgeKey {
  readonly county: string
  readonly pledge: string
}

/** A pledge, and how it was signed. */
export interface SignedPledge {
  readonly pledge: string
  readonly body: SignPledgeBody
}

/**
 * Notes that a pledge is signed on paper: when, by whom, and which copy is kept. Errors: `duties.pledge_not_found`; as
 * `signPledges`.
 */
export async function signPledge(acting: Acting, { county, pledge }: PledgeKey, body: SignPledgeBody): Promise<void> {
  const [row] = await acting.ctx.db.run<{ plan_id: string; party_id: string }>(
    'select plan_id, party_id from duties_pledges where county_code = $1 and pledge_id = $2 for update',
    [county, pledge],
  )
  if (row === undefined) throw new AppError('duties.pledge_not_found')
  await signPledges(acting, { county, plan: row.plan_id }, [{ pledge, body }], row.party_id)
}

/**
 * The same for several of a plan, all or none; `only`: all of them are one party's. Errors: `duties.plan_closed`,
 * `duties.pledge_not_found`, `duties.pledge_party_unknown`, `duties.pledge_signed`, `duties.pledge_stale`,
 * `duties.day_ahead`.
 */
export async function signPledges(
  acting: Acting,
  key: PlanKey,
  signed: readonly SignedPledge[],
  only?: string,
): Promise<void> {
  const { pledges } = await readPledges(acting, await getOpenPlan(acting.ctx, key), only)
  const byId = new Map(pledges.map((one) => [one.kept?.pledge_id, one]))
  for (const one of signed) await keepSignature(acting, key.county, byId.get(one.pledge), one)
}

async function keepSignature(
  acting: Acting,
  county: string,
  standing: StandingPledge | undefined,
  { pledge, body }: SignedPledge,
): Promise<void> {
  const { ctx } = acting
  if (standing === undefined) throw new AppError('duties.pledge_not_found')
  const { party, state } = standing
  if (!issuesFor(acting, party.issuer.org_path))
    throw new AppError('duties.pledge_party_unknown', { party: party.name })
  if (state === 'stale') throw new AppError('duties.pledge_stale', { party: party.name })
  if (state === 'signed') throw new AppError('duties.pledge_signed', { party: party.name })
  if (body.signed_on > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: body.signed_on })
  await ctx.db.kysely
    .updateTable('duties_pledges')
    .set({ state: 'signed', signed_on: body.signed_on, signed_by: body.signed_by.trim(), copy_no: body.copy_no.trim() })
    .where('county_code', '=', county)
    .where('pledge_id', '=', pledge)
    .execute()
  ctx.audit({ action: 'duties.sign_pledge', subject: party.name, detail: { on: body.signed_on } })
}
