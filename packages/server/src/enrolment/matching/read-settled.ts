import { pairName } from '@eduduty/core/enrolment'
import type { Ctx } from '../../platform/ctx.ts'

export interface MatchKey {
  readonly county: string
  readonly packId: string
  readonly matchId: string
  readonly year: number
  /** Comparisons of the same two registers the other way round: a pair is one pair, whichever has found it. */
  readonly reverses: readonly string[]
}

type Cells = Readonly<Record<string, string>>

/** One side of a pair as it was when a person looked at it. */
export interface SettledSide {
  readonly subject: string
  readonly title: string
  readonly cells: Cells
  /** Sealed, for the column of the row of the proposal. */
  readonly number: string
  readonly column: 'left_number' | 'right_number'
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

/** What people have said of the pairs of one comparison, or of the same two registers the other way round. */
export async function readSettledPairs({ db }: Pick<Ctx, 'db'>, key: MatchKey): Promise<readonly SettledPair[]> {
  const rows = await db.run<{
    readonly proposal_id: string
    readonly match_id: string
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
    `select proposal_id, match_id, left_subject, right_subject, left_title, right_title, left_cells, right_cells, left_number,
       right_number, state
     from enrolment_proposals
     where county_code = $1 and pack_id = $2 and (match_id = $3 or match_id = any($5::text[])) and year = $4
       and state in ('same', 'different')
     order by match_id <> $3`,
    [key.county, key.packId, key.matchId, key.year, key.reverses],
  )
  const pairs = new Map<string, SettledPair>()
  for (const row of rows) {
    const one: SettledSide = {
      subject: row.left_subject,
      title: row.left_title,
      cells: row.left_cells,
      number: row.left_number,
      column: 'left_number',
    }
    const other: SettledSide = {
      subject: row.right_subject,
      title: row.right_title,
      cells: row.right_cells,
      number: row.right_number,
      column: 'right_number',
    }
    const [left, right] = row.match_id === key.matchId ? [one, other] : [other, one]
    const name = pairName(left.subject, right.subject)
    if (!pairs.has(name))
      pairs.set(name, { proposal: row.proposal_id, name, isSame: row.state === 'same', left, right })
  }
  return [...pairs.values()]
}
