import { fromDecimal, rational, toDecimal } from '../../formula/index.ts'
import type { Indicator } from '../schema/indicator.ts'
import type { Pack } from '../schema/pack.ts'
import type { Rating } from '../schema/rating.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'
import { validateAdjustments } from './validate-adjustments.ts'

/** Ratings add up what they say, their ladders end, and what points at them finds them. */
export function validateRatings(pack: Pack, notes: ProblemNotes): void {
  for (const [index, rating] of (pack.ratings ?? []).entries()) validateRating(pack, rating, index, notes)
  for (const [index, indicator] of pack.indicators.entries()) validateItem(pack, indicator, index, notes)
  validateEffects(pack, notes)
}

function validateRating(pack: Pack, rating: Rating, index: number, notes: ProblemNotes): void {
  const path = ['ratings', index]
  const grains = ['county', ...(pack.grains ?? []).map(({ id }) => id)]
  if (!grains.includes(rating.grain)) noteUnknown(notes, [...path, 'grain'], '评价对象（grain）', rating.grain, grains)
  const sections = new Map((pack.sections ?? []).map((section) => [section.id, section]))
  for (const [at, id] of rating.sections.entries())
    if (!sections.has(id)) noteUnknown(notes, [...path, 'sections', at], '评估部分', id, sections.keys())
  const items = rating.sections.flatMap((id) => itemsOf(pack, sections.get(id)?.items ?? []))
  const counted = items.filter(({ points }) => points !== undefined)
  const total = rational.sum(counted.map(({ points = '0' }) => fromDecimal(points) ?? rational.ZERO))
  const full = fromDecimal(rating.full) ?? rational.ZERO
  if (!rational.equals(total, full)) {
    noteProblem(notes, [...path, 'full'], {
      code: 'points_do_not_add_up',
      message: `“${rating.title}”满分写的是 ${rating.full}，各项分值（points）相加是 ${toDecimal(total) ?? ''}。`,
    })
  }
  for (const { id, title, grain } of counted) {
    if (grain === rating.grain) continue
    noteProblem(notes, ['indicators', pack.indicators.findIndex((one) => one.id === id), 'points'], {
      code: 'points_at_other_grain',
      message: `指标“${title}”的评价对象是 ${grain}，“${rating.title}”评的是 ${rating.grain}，分数加不到一起。`,
      suggestion: '计分的指标要写在评分定等的那一级，例如用 占比(…)、全部(…) 汇总学校的情况。',
    })
  }
  validateLadder(rating, path, notes)
  validateAdjustments(rating, path, notes)
}

const itemsOf = (pack: Pack, ids: readonly string[]): readonly Indicator[] =>
  ids.flatMap((id) => pack.indicators.find((indicator) => indicator.id === id) ?? [])

function validateLadder(rating: Rating, path: readonly (string | number)[], notes: ProblemNotes): void {
  noteEnd(
    notes,
    [...path, 'ladder'],
    rating.ladder.map(({ when }) => when),
    'when',
  )
  const titles = rating.ladder.map(({ title }) => title)
  if (rating.met !== undefined && !titles.includes(rating.met))
    noteUnknown(notes, [...path, 'met'], '等次', rating.met, titles)
}

/** All but the last have a condition; the last takes what is left. */
function noteEnd(
  notes: ProblemNotes,
  path: readonly (string | number)[],
  conditions: readonly (string | undefined)[],
  key: string,
): void {
  for (const [at, condition] of conditions.entries()) {
    const isLast = at === conditions.length - 1
    if (isLast === (condition === undefined)) continue
    noteProblem(notes, [...path, at], {
      code: 'ladder_end',
      message: isLast
        ? `最后一档是其余情况，不写 ${key}:，否则会有评不上任何一档的对象。`
        : `这一档没有写条件（${key}:），后面各档永远轮不到。`,
    })
  }
}

function validateItem(pack: Pack, indicator: Indicator, index: number, notes: ProblemNotes): void {
  const path = ['indicators', index]
  const { points, score, levels, title, id } = indicator
  if (levels !== undefined)
    noteEnd(
      notes,
      [...path, 'levels'],
      levels.map(({ standard }) => standard),
      'standard',
    )
  if (score !== undefined && points === undefined) {
    noteProblem(notes, [...path, 'score'], {
      code: 'score_without_points',
      message: `指标“${title}”写了计分办法，没有写分值（points:）。`,
    })
  }
  if (points === undefined) return
  const sections = (pack.sections ?? []).filter(({ items }) => items.includes(id)).map((section) => section.id)
  const uses = (pack.ratings ?? []).filter((rating) => rating.sections.some((section) => sections.includes(section)))
  if (uses.length === 1) return
  noteProblem(notes, [...path, 'points'], {
    code: 'points_not_counted',
    message:
      uses.length === 0
        ? `指标“${title}”有分值，但没有哪个评分定等（ratings:）用到它所在的部分。`
        : `指标“${title}”的分值被 ${uses.map((rating) => `“${rating.title}”`).join('、')} 重复计入。`,
  })
}

function validateEffects(pack: Pack, notes: ProblemNotes): void {
  const ratings = new Map((pack.ratings ?? []).map((rating) => [rating.id, rating]))
  for (const [index, { rating, to, kind, title }] of (pack.effects ?? []).entries()) {
    const path = ['effects', index]
    const target = ratings.get(rating ?? '')
    if (rating !== undefined && target === undefined)
      noteUnknown(notes, [...path, 'rating'], '评分定等', rating, ratings.keys())
    const titles = target?.ladder.map((grade) => grade.title) ?? []
    if (to !== undefined && target !== undefined && !titles.includes(to))
      noteUnknown(notes, [...path, 'to'], '等次', to, titles)
    if (rating === undefined && (kind !== 'veto' || to !== undefined)) {
      noteProblem(notes, path, {
        code: 'effect_without_rating',
        message: `事项“${title}”没有写 rating:，降等、封顶和 to: 不会起作用。`,
        suggestion: '写明它改变哪个评分定等的等次；没有评分定等的包只能用 veto（否决）。',
      })
    }
    if (kind === 'downgrade' && to !== undefined) {
      noteProblem(notes, [...path, 'to'], {
        code: 'downgrade_with_grade',
        message: `降等事项“${title}”每次降一等，不写 to:；要指定等次请用 cap（封顶）或 veto（否决）。`,
      })
    }
    if (kind === 'cap' && target !== undefined && to === undefined) {
      noteProblem(notes, path, {
        code: 'cap_without_grade',
        message: `封顶事项“${title}”没有写最高评为哪一等次（to:）。`,
        suggestion: `可写：${titles.join('、')}`,
      })
    }
  }
}
