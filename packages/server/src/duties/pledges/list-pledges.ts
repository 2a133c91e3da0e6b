import { coverageOf, type DutyPlan, type PledgeCover, type PledgeList, type PledgeRow } from '@eduduty/core/duties'
import { areaPath } from '@eduduty/core/organizations'
import { PledgeLevel } from '@eduduty/core/packs'
import { Value } from 'typebox/value'
import { standingPapers } from '../../archive/index.ts'
import { type Acting, issuesFor } from '../acting.ts'
import { getPlan, type PlanKey } from '../plans/plan-row.ts'
import { numberOf, readPledges, type StandingPledge, type StandingPledges } from './read-pledges.ts'

interface Reminded {
  readonly party_id: string
  readonly reminded: number
  readonly reminded_on: string
}

/** Who signs a pledge in a plan and how far each is; level by level, who has not. Errors: `duties.plan_not_found`. */
export async function listPledges(acting: Acting, key: PlanKey): Promise<PledgeList> {
  const { ctx } = acting
  const plan = await getPlan(ctx, key)
  const standing = await readPledges(acting, plan)
  const reminded = await ctx.db.run<Reminded>(
    `select party_id, count(*) as reminded, max((reminded_at at time zone 'Asia/Shanghai')::date)::text as reminded_on
     from duties_pledge_reminders where county_code = $1 and plan_id = $2 group by party_id`,
    [key.county, key.plan],
  )
  const byParty = new Map(reminded.map((one) => [one.party_id, one]))
  const papers = standing.pledges.flatMap(({ kept }) => kept?.copy_paper_id ?? [])
  const copies = await standingPapers(ctx, key.county, papers)
  const { words, isOwn, isUnverified } = standing.words
  return {
    plan,
    text: {
      ...words,
      is_own: isOwn,
      is_unverified: isUnverified,
      may_change: plan.is_open && issuesFor(acting, areaPath(key.county)),
    },
    rows: standing.pledges.map((one) => ({
      ...rowOf(acting, plan, standing, one, byParty.get(one.party.id)),
      ...copyOf(acting, one, copies),
    })),
    cover: coverOf(standing.pledges, copies, areaPath(key.county)),
  }
}

function rowOf(
  acting: Acting,
  plan: DutyPlan,
  { all }: StandingPledges,
  { party, content, kept, state }: StandingPledge,
  reminded: Reminded | undefined,
): Omit<PledgeRow, 'copy' | 'may_copy'> {
  return {
    party: party.id,
    name: party.name,
    level: party.level,
    tasks: content.tasks.length,
    state,
    issuer: party.issuer.unit_id,
    issuer_name: party.issuer.name,
    ...(kept !== undefined && { pledge: kept.pledge_id, made_on: kept.made_on }),
    number: kept === undefined ? '' : numberOf(plan.year, kept.pledge_no),
    made_by: kept?.made_by ?? '',
    signed_by: kept?.signed_by ?? '',
    copy_no: kept?.copy_no ?? '',
    ...(kept?.signed_on !== null && kept?.signed_on !== undefined && { signed_on: kept.signed_on }),
    voided: all.filter((one) => one.party_id === party.id && one.state === 'void').length,
    reminded: reminded?.reminded ?? 0,
    ...(reminded !== undefined && { reminded_on: reminded.reminded_on }),
    may_make: plan.is_open && issuesFor(acting, party.issuer.org_path),
  }
}

/** The scanned copy of what was signed, and whether the reader may file one. */
function copyOf(
  acting: Acting,
  { kept, party }: StandingPledge,
  copies: ReadonlySet<string>,
): Pick<PledgeRow, 'copy' | 'may_copy'> {
  const paper = kept?.copy_paper_id ?? ''
  return {
    ...(copies.has(paper) && { copy: paper }),
    may_copy: kept?.state === 'signed' && issuesFor(acting, party.issuer.org_path),
  }
}

function coverOf(pledges: readonly StandingPledge[], copies: ReadonlySet<string>, root: string): PledgeCover[] {
  const issuers = new Map(pledges.map(({ party }) => [party.issuer.org_path, party.issuer]))
  const units = pledges.map(({ party, state, kept }) => {
    const { place: path, name, level: kind } = party
    const signed = state === 'signed'
    return { path, name, kind, signed, copied: signed && copies.has(kept?.copy_paper_id ?? '') }
  })
  return coverageOf(units, root).flatMap(({ parent, kind, ...rest }) => {
    const issuer = issuers.get(parent)
    if (issuer === undefined || !Value.Check(PledgeLevel, kind)) return []
    return [{ ...rest, issuer: issuer.unit_id, issuer_name: issuer.name, level: kind, missing: [...rest.missing] }]
  })
}
