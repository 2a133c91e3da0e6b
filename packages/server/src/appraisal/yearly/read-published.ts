import type { OwnRank, OwnUnranked, Ranking, RankRow } from '@eduduty/core/appraisal'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import { keyWords, type YearlyKey } from './yearly-key.ts'
import type { YearlyUnit } from './yearly-unit.ts'

type Published = NonNullable<Ranking['published']>
type Reading = Pick<Ctx, 'db'>

/** The ranking that was published last, and whether it still is what the results say. */
export async function readPublished(
  { db }: Reading,
  key: YearlyKey,
  rows: readonly RankRow[],
  units: readonly YearlyUnit[],
): Promise<Published | undefined> {
  const [last] = await db.run<Omit<Published, 'is_current'> & { readonly ranking_id: string }>(
    `select ranking_id, document_no, dated_on, published_by as by, published_at as at from appraisal_rankings
     where county_code = $1 and pack_id = $2 and rating_id = $3 and year = $4
     order by published_at desc, ranking_id limit 1`,
    keyWords(key),
  )
  if (last === undefined) return undefined
  const places = await db.run<{ appraisal_id: string; place: number; version: number }>(
    'select appraisal_id, place, version from appraisal_ranks where county_code = $1 and ranking_id = $2 and place is not null',
    [key.county, last.ranking_id],
  )
  const versions = new Map(units.map(({ appraisal: { row } }) => [row.appraisal_id, row.version]))
  const isSame = (row: RankRow): boolean =>
    places.some(
      (one) =>
        one.appraisal_id === row.appraisal_id &&
        one.place === row.rank &&
        one.version === versions.get(row.appraisal_id),
    )
  const { ranking_id: _id, ...facts } = last
  return { ...facts, is_current: places.length === rows.length && rows.every(isSame) }
}

interface OwnRow extends Omit<OwnRank, 'rank' | 'left_out'> {
  readonly rank: number | null
  readonly version: number | null
  readonly left_out: number | null
  readonly why: string
}

/** The row of one unit in the ranking that was published last; undefined where none was, or its result changed since. */
async function readOwnRow({ db }: Reading, key: AppraisalKey, version: number): Promise<OwnRow | undefined> {
  const [last] = await db.run<OwnRow>(
    `select p.place as rank, p.is_tied, p.units as of, p.document_no, p.dated_on, p.version, p.left_out, p.why_not as why
     from appraisal_ranks p where p.county_code = $1 and p.appraisal_id = $2
     order by p.published_at desc, p.ranking_id limit 1`,
    [key.county, key.appraisalId],
  )
  return last !== undefined && (last.version ?? 0) === version ? last : undefined
}

/** The place of one unit in the ranking that was published last; undefined where it has none. */
export async function readOwnRank(reading: Reading, key: AppraisalKey, version: number): Promise<OwnRank | undefined> {
  const row = await readOwnRow(reading, key, version)
  if (row === undefined || row.rank === null) return undefined
  const { is_tied, of, document_no, dated_on, left_out: leftOut } = row
  return { rank: row.rank, is_tied, of, document_no, dated_on, ...(leftOut !== null && { left_out: leftOut }) }
}

/** Why one unit is not in the ranking that was published last; undefined where it is, or where none was published. */
export async function readOwnUnranked(
  reading: Reading,
  key: AppraisalKey,
  version: number,
): Promise<OwnUnranked | undefined> {
  const row = await readOwnRow(reading, key, version)
  if (row === undefined || row.rank !== null) return undefined
  const { why, of, document_no, dated_on, left_out: leftOut } = row
  return { why, of, document_no, dated_on, ...(leftOut !== null && { left_out: leftOut }) }
}
