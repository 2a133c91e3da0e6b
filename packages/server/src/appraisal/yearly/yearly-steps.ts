import type { Ranking, RankRow } from '@eduduty/core/appraisal'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Viewer } from '../views/sight.ts'
import { reachesAll, type YearlyKey } from './yearly-key.ts'
import type { YearlyUnit } from './yearly-unit.ts'

/** Why what is public for everybody cannot be made yet; undefined when it can. */
export function whyNotPublic(units: readonly YearlyUnit[], rows: readonly RankRow[]): AppError | undefined {
  const own = units.find(({ sight }) => sight.belongsToUnit)
  if (own !== undefined) return new AppError('appraisal.own_unit', { unit: own.appraisal.row.subject_name })
  if (rows.length === 0) return new AppError('appraisal.nobody_ranked')
  const early = rows.find(({ state }) => state !== 'publicity' && state !== 'published')
  return early && new AppError('appraisal.result_not_public', { unit: early.unit })
}

/** Why no letter can be issued; undefined when at least one can. */
export function whyNoLetters(units: readonly YearlyUnit[], rows: readonly RankRow[]): AppError | undefined {
  const own = units.find(({ sight }) => sight.belongsToUnit)
  if (own !== undefined) return new AppError('appraisal.own_unit', { unit: own.appraisal.row.subject_name })
  const some = rows.some(({ state }) => state === 'publicity' || state === 'published')
  return some ? undefined : new AppError('appraisal.no_public_result')
}

/** What the viewer may do with the set; nothing of it for those whose posts never allow it. */
export function stepsOf(
  viewer: Viewer,
  { county }: YearlyKey,
  units: readonly YearlyUnit[],
  rows: readonly RankRow[],
): Pick<Ranking, 'publish' | 'letters'> {
  if (!reachesAll(viewer, 'appraisal.conclude', county)) return {}
  return { publish: step(whyNotPublic(units, rows)), letters: step(whyNoLetters(units, rows)) }
}

const step = (why: AppError | undefined) =>
  why === undefined ? { allowed: true } : { allowed: false, why: `${why.message}${why.advice}` }
