import { randomUUID } from 'node:crypto'
import { type PublishRankingBody, type Ranking, yearlyName } from '@eduduty/core/appraisal'
import { areaPath } from '@eduduty/core/organizations'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../store/move-appraisal.ts'
import { type ReadRanking, readRanking } from './read-ranking.ts'
import { reachesAll, type YearlyKey } from './yearly-key.ts'
import { whyNotPublic } from './yearly-steps.ts'

/**
 * Publishes the ranking as it is now: from now on each unit sees its own place. Errors: `appraisal.yearly_not_found`,
 * `appraisal.ranking_hidden`, `appraisal.own_unit`, `appraisal.nobody_ranked`, `appraisal.result_not_public`,
 * `appraisal.ranking_incomplete` where units have no place yet and no reason is given.
 */
export async function publishRanking(acting: Acting, key: YearlyKey, body: PublishRankingBody): Promise<void> {
  const read = await readRanking(acting, key)
  if (!reachesAll(acting, 'appraisal.conclude', key.county)) throw new AppError('appraisal.yearly_not_found')
  const why = whyNotPublic([...read.units.values()], read.ranking.rows)
  if (why !== undefined) throw why
  const { unranked } = read.ranking
  const reason = body.reason?.trim() ?? ''
  if (unranked.length > 0 && reason === '')
    throw new AppError('appraisal.ranking_incomplete', {
      open: unranked.length,
      units: unranked.map(({ unit }) => unit).join('、'),
    })
  await store(acting, key, read, body)
  acting.ctx.audit({
    action: 'appraisal.publish_ranking',
    subject: nameOfSet(read.ranking),
    ...(unranked.length > 0 && { reason }),
    detail: { document: body.document_no.trim(), units: read.ranking.rows.length, left_out: unranked.length },
  })
}

async function store(
  { ctx }: Acting,
  key: YearlyKey,
  { ranking, units }: ReadRanking,
  body: PublishRankingBody,
): Promise<void> {
  const leftOut = ranking.unranked.length
  const facts = {
    county_code: key.county,
    ranking_id: randomUUID(),
    document_no: body.document_no.trim(),
    dated_on: body.dated_on,
    published_at: ctx.now,
    units: ranking.rows.length,
  }
  await ctx.db.kysely
    .insertInto('appraisal_rankings')
    .values({
      ...facts,
      org_path: areaPath(key.county),
      pack_id: key.pack,
      rating_id: key.rating,
      year: key.year,
      rating_title: ranking.set.rating_title,
      left_out: leftOut,
      published_by: ctx.actor.name,
    })
    .execute()
  await ctx.db.kysely
    .insertInto('appraisal_ranks')
    .values(
      ranking.rows.flatMap(({ appraisal_id: id, rank, tied }) => {
        const unit = units.get(id)
        if (unit === undefined) return []
        const { org_path: path, version } = unit.appraisal.row
        const place = { place: rank, is_tied: tied.length > 0, version, why_not: '' }
        return [{ ...facts, ...place, appraisal_id: id, org_path: path, left_out: leftOut }]
      }),
    )
    .execute()
  const without = ranking.unranked.flatMap(({ appraisal_id: id, why }) => {
    const unit = id === undefined ? undefined : units.get(id)
    if (id === undefined || unit === undefined) return []
    const { org_path: path, version } = unit.appraisal.row
    const place = { place: null, is_tied: false, version: version === 0 ? null : version, why_not: why }
    return [{ ...facts, ...place, appraisal_id: id, org_path: path, left_out: leftOut }]
  })
  if (without.length > 0) await ctx.db.kysely.insertInto('appraisal_ranks').values(without).execute()
}

/** 云岭县2025年度乡镇考核。 */
export const nameOfSet = ({ set }: Ranking): string => `${set.county_name}${yearlyName(set.year, set.rating_title)}`
