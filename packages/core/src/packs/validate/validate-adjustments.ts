import { fromDecimal, rational } from '../../formula/index.ts'
import type { Adjustment, Rating } from '../schema/rating.ts'
import { noteProblem, type ProblemNotes } from './note-problem.ts'

type Path = readonly (string | number)[]

/** 加分、扣分: no two of a name, each worth something, and no limit that one grant alone would pass. */
export function validateAdjustments(rating: Rating, path: Path, notes: ProblemNotes): void {
  const { adjustments = [] } = rating
  for (const [at, adjustment] of adjustments.entries()) {
    const place = [...path, 'adjustments', at]
    const earlier = adjustments.slice(0, at)
    for (const key of ['id', 'title'] as const)
      if (earlier.some((one) => one[key] === adjustment[key]))
        noteProblem(notes, [...place, key], {
          code: 'duplicate_name',
          message: `“${rating.title}”里有两项加分扣分都叫“${adjustment[key]}”。`,
          suggestion: '改用另一个名称。',
        })
    validateAmounts(adjustment, place, notes)
  }
  validateTotals(rating, path, notes)
}

function validateAmounts({ title, max, limit }: Adjustment, place: Path, notes: ProblemNotes): void {
  if (rational.isZero(pointsOf(max)))
    noteProblem(notes, [...place, 'max'], {
      code: 'adjustment_of_nothing',
      message: `“${title}”每次最多 0 分，永远不起作用。`,
    })
  if (limit !== undefined && rational.compare(pointsOf(limit), pointsOf(max)) < 0)
    noteProblem(notes, [...place, 'limit'], {
      code: 'limit_below_max',
      message: `“${title}”合计上限 ${limit} 分，比每次最多的 ${max} 分还少。`,
      suggestion: '合计上限（limit）不小于每次的上限（max）；只许一次的，两个写成一样。',
    })
}

const totals = [
  ['加分', 'addition_limit'],
  ['扣分', 'deduction_limit'],
] as const

function validateTotals(rating: Rating, path: Path, notes: ProblemNotes): void {
  for (const [kind, key] of totals) {
    if (rating[key] === undefined || (rating.adjustments ?? []).some((one) => one.kind === kind)) continue
    noteProblem(notes, [...path, key], {
      code: 'limit_of_nothing',
      message: `“${rating.title}”写了${kind}合计上限，却没有一项${kind}（adjustments）。`,
    })
  }
}

const pointsOf = (text: string): rational.Rational => fromDecimal(text) ?? rational.ZERO
