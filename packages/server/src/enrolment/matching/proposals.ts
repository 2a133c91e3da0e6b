import {
  markDifferences,
  type PairReason,
  type ProposalList,
  type ProposalState,
  type ProposalView,
  roleTitles,
  type SettleProposalBody,
  type ShownPiece,
} from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertReachesCounty } from '../county-reach.ts'
import { earlierAnswers } from './earlier-answers.ts'
import { openedCell } from './sealed-cells.ts'

interface ProposalRow {
  readonly proposal_id: string
  readonly match_title: string
  readonly left_title: string
  readonly right_title: string
  readonly left_cells: Readonly<Record<string, string>>
  readonly right_cells: Readonly<Record<string, string>>
  readonly left_number: string
  readonly right_number: string
  readonly reasons: readonly PairReason[]
  readonly points: number
  readonly is_sure: boolean
  readonly state: ProposalState
  readonly settled_by: string
  readonly why: string
  readonly earlier: string
}

const columns = `proposal_id, match_title, left_title, right_title, left_cells, right_cells, left_number, right_number, reasons,
  points, is_sure, state, settled_by, why, earlier`

export interface ProposalsWanted {
  readonly county: string
  readonly state: ProposalState
  readonly sure?: boolean | undefined
}

const LISTED = 200

/** Pairs of one state, the surest first. Errors: `enrolment.whole_county`. */
export async function listProposals(ctx: Ctx, keyring: Keyring, wanted: ProposalsWanted): Promise<ProposalList> {
  assertReachesCounty(ctx, wanted.county)
  const where = `county_code = $1 and state = $2 and ($3::boolean is null or is_sure = $3::boolean)`
  const own = [wanted.county, wanted.state, wanted.sure ?? null]
  const [count] = await ctx.db.run<{ total: number }>(
    `select count(*) as total from enrolment_proposals where ${where}`,
    own,
  )
  const rows = await ctx.db.run<ProposalRow>(
    `select ${columns} from enrolment_proposals where ${where}
     order by is_sure desc, points desc, proposal_id limit ${LISTED}`,
    own,
  )
  return {
    proposals: rows.map((row) => presentProposal(row, keyring, wanted.county)),
    total: Number(count?.total ?? 0),
  }
}

/** Of a number the first three and last four signs are shown, of an address the first three; besides only what differs. */
const shown = {
  identity: { head: 3, tail: 4 },
  address: { head: 3, tail: 0 },
} as const

/** Runs before names were masked here kept the signs that differ. */
const SIGNS = /“.”和“.”/gu

function presentProposal(row: ProposalRow, keyring: Keyring, county: string): ProposalView {
  const at = { keyring, county, table: 'enrolment_proposals', row: row.proposal_id } as const
  const left = { ...row.left_cells, identity: openedCell(at, 'left_number', row.left_number) }
  const right = { ...row.right_cells, identity: openedCell(at, 'right_number', row.right_number) }
  const textOf = (cells: Readonly<Record<string, string>>, role: string): string => cells[role] ?? ''
  const lines = Object.entries(roleTitles).map(([role, title]) => {
    const [one, other] = piecesOf(role, textOf(left, role), textOf(right, role))
    const says = (row.reasons.find((reason) => reason.role === role)?.says ?? '').replace(SIGNS, '有一个字')
    return { title, left: [...one], right: [...other], says }
  })
  const { proposal_id: proposal, match_title, left_title, right_title, points, is_sure, state } = row
  const { settled_by, why, earlier } = row
  return { proposal, match_title, left_title, right_title, points, is_sure, lines, state, settled_by, why, earlier }
}

type Pieces = readonly ShownPiece[]

/** A cell that one side lacks is no difference. Names are masked as everywhere, whether they differ or not: words say how. */
function piecesOf(role: string, left: string, right: string): readonly [Pieces, Pieces] {
  if (role === 'name' || role === 'guardian') {
    const differs = left !== '' && right !== '' && left !== right
    const masked = (name: string): Pieces => (name === '' ? [] : [{ text: maskName(name), differs }])
    return [masked(left), masked(right)]
  }
  const mask = role === 'identity' || role === 'address' ? shown[role] : undefined
  if (left === '' || right === '') {
    const [hidden] = markDifferences(left + right, left + right, mask)
    return left === '' ? [[], hidden] : [hidden, []]
  }
  return markDifferences(left, right, mask)
}

/**
 * What a person says of a pair. Two children: the left one will be looked for at the next run. Errors:
 * `enrolment.whole_county`, `enrolment.proposal_not_found`, `enrolment.settled_already`.
 */
export async function settleProposal(
  ctx: Ctx,
  { county, proposal }: { readonly county: string; readonly proposal: string },
  { answer, why }: SettleProposalBody,
): Promise<void> {
  assertReachesCounty(ctx, county)
  const row = await ctx.db.kysely
    .selectFrom('enrolment_proposals')
    .select(['state', 'match_title', 'settled_by', 'settled_at', 'why', 'earlier'])
    .select(['pack_id', 'year', 'left_subject', 'right_subject'])
    .where('county_code', '=', county)
    .where('proposal_id', '=', proposal)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new AppError('enrolment.proposal_not_found')
  if (row.state === 'gone') throw new AppError('enrolment.settled_already')
  const said = why.trim()
  if (said === '') throw new AppError('enrolment.reason_missing')
  await ctx.db.kysely
    .updateTable('enrolment_proposals')
    .set({
      state: answer,
      settled_by: ctx.actor.name,
      settled_at: ctx.now,
      why: said,
      earlier: earlierAnswers(row, ''),
    })
    .where('county_code', '=', county)
    .where('proposal_id', '=', proposal)
    .execute()
  // An older run may have found the same two rows the other way round: it is one pair, and one answer.
  await ctx.db.kysely
    .updateTable('enrolment_proposals')
    .set({ state: answer, settled_by: ctx.actor.name, settled_at: ctx.now, why: said })
    .where('county_code', '=', county)
    .where('pack_id', '=', row.pack_id)
    .where('year', '=', row.year)
    .where('left_subject', '=', row.right_subject)
    .where('right_subject', '=', row.left_subject)
    .where('state', '=', 'open')
    .execute()
  ctx.audit({ action: 'enrolment.settle_pair', subject: row.match_title, detail: { proposal, answer } })
}
