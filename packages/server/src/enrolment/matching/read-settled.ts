import { pairName } from '@eduduty/core/enrolment'
import type { Ctx } from '../../platform/ctx.ts'
import type { SettledPairs } from './run-match.ts'

export interface MatchKey {
  readonly county: string
  readonly packId: string
  readonly matchId: string
  readonly year: number
}

/** What people have said of the pairs of one comparison. */
export async function readSettledPairs({ db }: Pick<Ctx, 'db'>, key: MatchKey): Promise<SettledPairs> {
  const rows = await db.kysely
    .selectFrom('enrolment_proposals')
    .select(['left_subject', 'right_subject', 'left_print', 'right_print', 'state'])
    .where('county_code', '=', key.county)
    .where('pack_id', '=', key.packId)
    .where('match_id', '=', key.matchId)
    .where('year', '=', key.year)
    .where('state', 'in', ['same', 'different'])
    .execute()
  const of = (state: string) =>
    new Map(
      rows
        .filter((row) => row.state === state)
        .map((row) => {
          const { left_subject: left, right_subject: right, left_print: leftPrint, right_print: rightPrint } = row
          return [pairName(left, right), { left, right, leftPrint, rightPrint }] as const
        }),
    )
  return { same: of('same'), different: of('different') }
}
