import type { OwnRank, Ranking, RankRow } from '@eduduty/core/appraisal'
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
    'select appraisal_id, place, version from appraisal_ranks where county_code = $1 and ranking_id = $2',
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

/** The place of one unit in the ranking that was published last; undefined where none was, or its result changed since. */
export async function readOwnRank(
  { db }: Reading,
  { county, appraisalId }: AppraisalKey,
  version: number,
): Promise<OwnRank | undefined> {
  const [last] = await db.run<OwnRank & { readonly version: number; readonly others: number | null }>(
    `select p.place as rank, p.is_tied, p.units as of, p.document_no, p.dated_on, p.version, r.left_out as others
     from appraisal_ranks p
     left join appraisal_rankings r on r.county_code = p.county_code and r.ranking_id = p.ranking_id
     where p.county_code = $1 and p.appraisal_id = $2 order by p.published_at desc, p.ranking_id limit 1`,
    [county, appraisalId],
  )
  if (last === undefined || last.version !== version) return undefined
  const { version: _version, others, ...rank } = last
  return { ...rank, ...(others !== null && { left_out: others }) }
}
