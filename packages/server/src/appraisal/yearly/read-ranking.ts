import {
  appraisalStates,
  type RankedUnit,
  type Ranking,
  type RankRow,
  rankUnits,
  type UnrankedRow,
} from '@eduduty/core/appraisal'
import { RatedSubject } from '@eduduty/core/evaluation'
import { fromJson, rational, roundText } from '@eduduty/core/formula'
import type { Rating } from '@eduduty/core/packs'
import { Value } from 'typebox/value'
import { AppError } from '../../platform/errors/app-error.ts'
import { findEffectTitles, findRating } from '../adjustments/adjustment-rules.ts'
import { stateOf } from '../store/appraisal-row.ts'
import { getAppraisals } from '../store/get-appraisal.ts'
import { sightOf, type Viewer } from '../views/sight.ts'
import { nameOfCounty } from './list-yearly.ts'
import { readLeftOut } from './read-left-out.ts'
import { readLetters } from './read-letters.ts'
import { readPublished } from './read-published.ts'
import { suggestLetterWords } from './suggest-letter-words.ts'
import { keyWords, reachesAll, type YearlyKey } from './yearly-key.ts'
import { stepsOf } from './yearly-steps.ts'
import type { YearlyUnit } from './yearly-unit.ts'

export interface ReadRanking {
  readonly ranking: Ranking
  readonly units: ReadonlyMap<string, YearlyUnit>
}

/**
 * All units of one rating and year in their order; what has no result, no settled grade or no appraisal stands apart. Errors:
 * `appraisal.yearly_not_found`, `appraisal.ranking_hidden` where one may not see the result of each.
 */
export async function readRanking(viewer: Viewer, key: YearlyKey): Promise<ReadRanking> {
  const units = await readUnits(viewer, key)
  const [first] = units
  if (first === undefined || !reachesAll(viewer, 'appraisal.read', key.county))
    throw new AppError('appraisal.yearly_not_found')
  const hidden = units.find(({ appraisal, sight }) => appraisal.row.version > 0 && !sight.seesResult)
  if (hidden !== undefined) throw new AppError('appraisal.ranking_hidden', { unit: hidden.appraisal.row.subject_name })
  const { row } = first.appraisal
  const rating = await findRating(viewer.ctx, row)
  const ranked = rankAll(units, rating)
  const letters = await readLetters(viewer.ctx, key)
  const numbers = new Map(letters.map((one) => [one.appraisal_id, one.number]))
  const byId = new Map(units.map((unit) => [unit.appraisal.row.appraisal_id, unit]))
  const effects = await findEffectTitles(viewer.ctx, row)
  const rows = ranked.map((place) => rankRow(place, { units: byId, effects, numbers }))
  const published = await readPublished(viewer.ctx, key, rows, units)
  const steps = stepsOf(viewer, key, units, rows)
  const countyName = await nameOfCounty(viewer, key.county)
  return {
    ranking: {
      set: {
        county: key.county,
        county_name: countyName,
        year: key.year,
        pack: key.pack,
        pack_title: row.pack_title,
        rating: key.rating,
        rating_title: row.rating_title,
        units: units.length,
        concluded: units.filter(({ appraisal }) => appraisal.row.version > 0).length,
      },
      full: rating?.full ?? '',
      is_unverified: rating?.verified.grade === 'U',
      rows,
      unranked: [...units.flatMap((unit) => unrankedRow(unit, ranked)), ...(await readLeftOut(viewer, key, units))],
      ...(published !== undefined && { published }),
      ...steps,
      ...(steps.letters !== undefined && {
        letter_words: await suggestLetterWords(viewer, key.county, countyName),
      }),
      letters_issued: numbers.size,
    },
    units: byId,
  }
}

async function readUnits(viewer: Viewer, key: YearlyKey): Promise<readonly YearlyUnit[]> {
  const rows = await viewer.ctx.db.run<{ appraisal_id: string; rated: unknown }>(
    `select a.appraisal_id, r.rated from appraisal_appraisals a
     left join appraisal_results r on r.county_code = a.county_code and r.appraisal_id = a.appraisal_id
       and r.version = a.version
     where a.county_code = $1 and a.pack_id = $2 and a.rating_id = $3 and a.year = $4 and a.state <> 'cancelled'
     order by a.subject_name, a.appraisal_id`,
    keyWords(key),
  )
  const keys = rows.map(({ appraisal_id: appraisalId }) => ({ county: key.county, appraisalId }))
  const found = new Map((await getAppraisals(viewer.ctx, keys)).map((one) => [one.row.appraisal_id, one]))
  return rows.flatMap(({ appraisal_id: id, rated }) => {
    const appraisal = found.get(id)
    if (appraisal === undefined) return []
    return [
      { appraisal, sight: sightOf(viewer, appraisal), rated: Value.Check(RatedSubject, rated) ? rated : undefined },
    ]
  })
}

/** Those whose points and grade are settled. */
function rankAll(units: readonly YearlyUnit[], rating: Rating | undefined): readonly RankedUnit[] {
  const ladder = rating?.ladder.map(({ title }) => title) ?? []
  return rankUnits(
    units.flatMap(({ appraisal, rated }) => {
      const points = rated === undefined ? undefined : fromJson(rated.points.value ?? '')
      if (points === undefined || rated?.grade === undefined) return []
      const { appraisal_id: id, subject_name: name } = appraisal.row
      return [{ id, name, rung: ladder.indexOf(rated.grade), points }]
    }),
  )
}

interface Around {
  readonly units: ReadonlyMap<string, YearlyUnit>
  readonly effects: ReadonlyMap<string, string>
  readonly numbers: ReadonlyMap<string, string>
}

function rankRow({ id, rank, tied }: RankedUnit, { units, effects, numbers }: Around): RankRow {
  const unit = units.get(id)
  if (unit?.rated === undefined) throw new Error(`no result of ${id}`)
  const { rated, appraisal } = unit
  const number = numbers.get(id)
  return {
    appraisal_id: id,
    unit: appraisal.row.subject_name,
    rank,
    tied: [...tied],
    points: rated.points.shown,
    earned: (rated.earned ?? rated.points).shown,
    additions: sumOf(rated, '加分'),
    deductions: sumOf(rated, '扣分'),
    grade: rated.grade ?? '',
    effects: rated.effects.flatMap(({ effect, open }) => (open ? [] : [effects.get(effect) ?? effect])),
    state: stateOf(appraisal.row),
    ...(number !== undefined && { letter: number }),
  }
}

const DECIMALS = 4

function sumOf({ adjustments = [] }: RatedSubject, wanted: '加分' | '扣分'): string {
  const points = adjustments
    .filter(({ kind }) => kind === wanted)
    .map(({ counted }) => fromJson(counted) ?? rational.ZERO)
  return String(Number(roundText(rational.sum(points), DECIMALS, 'half_up')))
}

function unrankedRow({ appraisal, rated }: YearlyUnit, ranked: readonly RankedUnit[]): readonly UnrankedRow[] {
  const { row } = appraisal
  if (ranked.some(({ id }) => id === row.appraisal_id)) return []
  const state = stateOf(row)
  const why = rated === undefined ? `还没有结论（${appraisalStates[state]}）` : `等次待定：${rated.text}`
  return [{ appraisal_id: row.appraisal_id, unit: row.subject_name, state, why }]
}
