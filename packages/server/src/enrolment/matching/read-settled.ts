import { pairName } from '@eduduty/core/enrolment'
import type { Ctx } from '../../platform/ctx.ts'

export interface MatchKey {
  readonly county: string
  readonly packId: string
  readonly matchId: string
  readonly year: number
}

type Cells = Readonly<Record<string, string>>

/** One side of a pair as it was when a person looked at it. */
export interface SettledSide {
  readonly subject: string
  readonly title: string
  readonly cells: Cells
  /** Sealed, for the row of the proposal. */
  readonly number: string
}

/** What a person has said of a pair. */
export interface SettledPair {
  readonly proposal: string
  readonly name: string
  /** One child: both rows count as matched; otherwise two children. */
  readonly isSame: boolean
  readonly left: SettledSide
  readonly right: SettledSide
}

/** What people have said of the pairs of one comparison. */
export async function readSettledPairs({ db }: Pick<Ctx, 'db'>, key: MatchKey): Promise<readonly SettledPair[]> {
  const rows = await db.run<{
    readonly proposal_id: string
    readonly left_subject: string
    readonly right_subject: string
    readonly left_title: string
    readonly right_title: string
    readonly left_cells: Cells
    readonly right_cells: Cells
    readonly left_number: string
    readonly right_number: string
    readonly state: string
  }>(
    `select proposal_id, left_subject, right_subject, left_title, right_title, left_cells, right_cells, left_number,
       right_number, state
     from enrolment_proposals
     where county_code = $1 and pack_id = $2 and match_id = $3 and year = $4 and state in ('same', 'different')`,
    [key.county, key.packId, key.matchId, key.year],
  )
  return rows.map((row) => ({
    proposal: row.proposal_id,
    name: pairName(row.left_subject, row.right_subject),
    isSame: row.state === 'same',
    left: { subject: row.left_subject, title: row.left_title, cells: row.left_cells, number: row.left_number },
    right: { subject: row.right_subject, title: row.right_title, cells: row.right_cells, number: row.right_number },
  }))
}
