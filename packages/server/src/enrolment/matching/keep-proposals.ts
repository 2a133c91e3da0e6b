import { randomUUID } from 'node:crypto'
import { pairName } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { type AnsweredPair, earlierAnswers } from './earlier-answers.ts'
import type { MatchKey } from './read-settled.ts'
import { cellOf, plainRoles, type SideRow } from './read-sides.ts'
import type { MatchOutcome } from './run-match.ts'
import { resealed } from './sealed-cells.ts'

export interface KeepingPairs extends MatchKey {
  readonly keyring: Keyring
  readonly title: string
  readonly runId: string
  /** Name of the unit at a path. */
  readonly nameOf: (path: string) => string
}

/**
 * Keeps the pairs of a run for people to confirm: a new one is added, a known one brought up to date, one that is no
 * longer found is closed. What a person has settled stays settled as long as its rows are as they were.
 */
export async function keepProposals(
  ctx: Ctx,
  keeping: KeepingPairs,
  { pairs, changed }: Pick<MatchOutcome, 'pairs' | 'changed'>,
): Promise<void> {
  for (const pair of pairs)
    if (!(await isKeptTurned(ctx, keeping, pair))) await keepProposal(ctx, keeping, pair, changed)
  await closeChanged(ctx, keeping, changed)
  await ctx.db.kysely
    .updateTable('enrolment_proposals')
    .set({
      state: 'gone',
      settled_by: '系统',
      settled_at: ctx.now,
      why: '再次比对时，这两行已不再相像，或已有一行比上',
    })
    .where('county_code', '=', keeping.county)
    .where('pack_id', '=', keeping.packId)
    .where('match_id', '=', keeping.matchId)
    .where('year', '=', keeping.year)
    .where('state', '=', 'open')
    .where('last_run', '<>', keeping.runId)
    .execute()
}

/** Whether the same pair stands already, found by this run the other way round, or answered. */
async function isKeptTurned(
  { db }: Ctx,
  { county, packId, year, runId, reverses }: KeepingPairs,
  { left, right }: MatchOutcome['pairs'][number],
): Promise<boolean> {
  if (reverses.length === 0) return false
  const [found] = await db.run(
    `select 1 from enrolment_proposals
     where county_code = $1 and pack_id = $2 and year = $3 and match_id = any($4::text[]) and left_subject = $5
       and right_subject = $6 and (state in ('same', 'different') or state = 'open' and last_run = $7) limit 1`,
    [county, packId, year, reverses, right, left, runId],
  )
  return found !== undefined
}

/** A confirmed pair of which a row is gone cannot be asked about again: it is closed with what has changed. */
async function closeChanged(
  ctx: Ctx,
  { county, packId, matchId, year, runId }: KeepingPairs,
  changed: MatchOutcome['changed'],
): Promise<void> {
  const confirmed = await ctx.db.run<AnsweredPair & { proposal_id: string; name: string }>(
    `select proposal_id, left_subject || ' ' || right_subject as name, state, settled_by, settled_at, why, earlier
     from enrolment_proposals
     where county_code = $1 and pack_id = $2 and match_id = $3 and year = $4 and state = 'same' and last_run <> $5`,
    [county, packId, matchId, year, runId],
  )
  for (const { proposal_id: id, name, ...answered } of confirmed) {
    const change = changed.get(name)
    if (change === undefined) continue
    const earlier = earlierAnswers(answered, '')
    await ctx.db.kysely
      .updateTable('enrolment_proposals')
      .set({ state: 'gone', settled_by: '系统', settled_at: ctx.now, why: `确认以后，${change}`, earlier })
      .where('county_code', '=', county)
      .where('proposal_id', '=', id)
      .execute()
  }
}

async function keepProposal(
  ctx: Ctx,
  keeping: KeepingPairs,
  pair: MatchOutcome['pairs'][number],
  changed: MatchOutcome['changed'],
): Promise<void> {
  const { county, keyring } = keeping
  const { leftRow, rightRow } = pair
  const key = {
    county_code: county,
    pack_id: keeping.packId,
    match_id: keeping.matchId,
    year: keeping.year,
    left_subject: pair.left,
    right_subject: pair.right,
  }
  const known = await ctx.db.kysely
    .selectFrom('enrolment_proposals')
    .select(['proposal_id', 'state', 'settled_by', 'settled_at', 'why', 'earlier'])
    .where('county_code', '=', county)
    .where('pack_id', '=', key.pack_id)
    .where('match_id', '=', key.match_id)
    .where('year', '=', key.year)
    .where('left_subject', '=', key.left_subject)
    .where('right_subject', '=', key.right_subject)
    .executeTakeFirst()
  const id = known?.proposal_id ?? randomUUID()
  const at = { keyring, county, table: 'enrolment_proposals', row: id } as const
  const values = {
    match_title: keeping.title,
    left_title: titleOf(keeping, leftRow),
    right_title: titleOf(keeping, rightRow),
    left_cells: JSON.stringify(plainCells(leftRow)),
    right_cells: JSON.stringify(plainCells(rightRow)),
    left_number: resealed(at, 'left_number', leftRow, 'identity'),
    right_number: resealed(at, 'right_number', rightRow, 'identity'),
    reasons: JSON.stringify(pair.reasons),
    points: pair.points,
    is_sure: pair.isSure,
    last_run: keeping.runId,
    state: 'open',
    settled_by: '',
    settled_at: null,
    why: '',
    earlier: known === undefined ? '' : earlierAnswers(known, changed.get(pairName(pair.left, pair.right)) ?? ''),
  }
  if (known === undefined)
    await ctx.db.kysely
      .insertInto('enrolment_proposals')
      .values({ ...key, ...values, proposal_id: id, org_path: areaPath(county) })
      .execute()
  else
    await ctx.db.kysely
      .updateTable('enrolment_proposals')
      .set(values)
      .where('county_code', '=', county)
      .where('proposal_id', '=', id)
      .execute()
}

const titleOf = ({ nameOf }: KeepingPairs, { side, path }: SideRow): string =>
  `${side.counted.table.register.title}（${nameOf(path)}）`

const plainCells = (row: SideRow): Readonly<Record<string, string>> =>
  Object.fromEntries(plainRoles.map((role) => [role, cellOf(row, role) ?? '']))
