import type { DutyPlan, PledgeWords } from '@eduduty/core/duties'
import type { Ctx } from '../../platform/ctx.ts'
import { shippedDuties } from '../plans/shipped-duties.ts'

/** As much of a plan as its pledges need. */
export type PledgedPlan = Pick<DutyPlan, 'county' | 'plan' | 'year'>

export interface FoundWords {
  readonly words: PledgeWords
  /** The county has written them itself. */
  readonly isOwn: boolean
  readonly isUnverified: boolean
}

/** The words around the tasks in the pledges of a plan: the county's own, else those of the shipped pack. Error: the pack has none, which is a bug. */
export async function readPledgeWords({ db }: Ctx, { county, plan }: PledgedPlan): Promise<FoundWords> {
  const [row] = await db.run<{ title: string | null; preamble: string | null; closing: string | null }>(
    `select pledge_title as title, pledge_preamble as preamble, pledge_closing as closing from duties_plans
     where county_code = $1 and plan_id = $2`,
    [county, plan],
  )
  const [shipped] = (await shippedDuties()).pledges ?? []
  if (shipped === undefined) throw new Error('the pack of duties has no words for pledges')
  const isOwn = row?.preamble !== null && row?.preamble !== undefined
  return {
    words: {
      title: row?.title ?? shipped.title,
      preamble: row?.preamble ?? shipped.preamble,
      closing: row?.closing ?? shipped.closing,
    },
    isOwn,
    isUnverified: !isOwn && shipped.verified?.grade === 'U',
  }
}
