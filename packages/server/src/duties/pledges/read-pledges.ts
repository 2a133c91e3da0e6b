import { createHash } from 'node:crypto'
import { type PledgeContent, type PledgeState, pledgeContent, pledgeStateOf, signingName } from '@eduduty/core/duties'
import type { Acting } from '../acting.ts'
import { listParties, type PledgeParty } from './list-parties.ts'
import { type FoundWords, type PledgedPlan, readPledgeWords } from './pledge-words.ts'
import { readPledgedTasks } from './pledged-tasks.ts'

export interface KeptPledge {
  readonly pledge_id: string
  readonly party_id: string
  readonly party_name: string
  readonly issuer_path: string
  readonly pledge_no: number
  readonly content: PledgeContent
  readonly content_hash: string
  readonly state: 'made' | 'signed' | 'void'
  readonly made_by: string
  readonly made_on: string
  readonly signed_on: string | null
  readonly signed_by: string
  readonly copy_no: string
  /** The scan of what was signed, where it is filed. */
  readonly copy_paper_id: string | null
}

/** A party with what its pledge would say now and what is kept of it. */
export interface StandingPledge {
  readonly party: PledgeParty
  readonly content: PledgeContent
  readonly hash: string
  readonly kept: KeptPledge | undefined
  readonly state: PledgeState
}

export interface StandingPledges {
  readonly words: FoundWords
  readonly pledges: readonly StandingPledge[]
  /** Also those that are void. */
  readonly all: readonly KeptPledge[]
}

export const pledgeColumns = `pledge_id, party_id, party_name, issuer_path, pledge_no, content, content_hash, state, made_by,
  (made_at at time zone 'Asia/Shanghai')::date::text as made_on, signed_on, signed_by, copy_no,
  copy_paper_id`

/** Where the pledges of a plan stand, within reach; `only`: that of one party. */
export async function readPledges(acting: Acting, plan: PledgedPlan, only?: string): Promise<StandingPledges> {
  const { ctx } = acting
  const parties = (await listParties(acting, plan.county)).filter(({ id }) => only === undefined || id === only)
  const words = await readPledgeWords(ctx, plan)
  const tasks = await readPledgedTasks(acting, plan, parties)
  const all = await ctx.db.run<KeptPledge>(
    `select ${pledgeColumns} from duties_pledges where county_code = $1 and plan_id = $2 order by pledge_no`,
    [plan.county, plan.plan],
  )
  const standing = new Map(all.filter(({ state }) => state !== 'void').map((one) => [one.party_id, one]))
  const pledges = parties.map((party): StandingPledge => {
    const says = (issuer: string, name: string) =>
      pledgeContent(words.words, { issuer, party: name, year: plan.year }, tasks.get(party.id) ?? [])
    const content = says(signingName(party.issuer.kind, party.issuer.name), party.signsAs)
    const hash = hashOf(content)
    const kept = standing.get(party.id)
    // One that calls both as they are called in everyday life says the same, and holds.
    const isAlike = kept?.content_hash === hashOf(says(party.issuer.name, party.name))
    const facts = kept && {
      state: kept.state === 'signed' ? ('signed' as const) : ('made' as const),
      hash: isAlike ? hash : kept.content_hash,
    }
    return { party, content, hash, kept, state: pledgeStateOf({ kept: facts, now: hash }) }
  })
  // Whoever has nothing to promise signs nothing.
  return { words, pledges: pledges.filter(({ content, kept }) => content.tasks.length > 0 || kept !== undefined), all }
}

/** The keys of a content always stand in the order in which `pledgeContent` writes them. */
export const hashOf = (content: PledgeContent): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex')

/** 教责〔2026〕003号. */
export const numberOf = (year: number, no: number): string => `教责〔${year}〕${String(no).padStart(3, '0')}号`
