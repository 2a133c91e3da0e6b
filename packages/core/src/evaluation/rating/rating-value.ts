import { failed, known, missing, notApplicable, type Value } from '../../formula/index.ts'
import type { RatingPart } from '../symbol-id.ts'
import { onlyRung, type Standing } from './climb-ladder.ts'
import type { RatingPlan } from './plan-rating.ts'
import type { RatingsOfYear } from './rated.ts'

/** A rating of one subject as a value of the formula language. */
export function ratingValue(ratings: RatingsOfYear, plan: RatingPlan, index: number, part: RatingPart): Value {
  switch (part) {
    case 'points':
      return ratings.pointsOf(plan, index)
    case 'outOf':
      return known(plan.full)
    case 'base':
      return rungTitle(ratings.base(plan, index), plan.ladder)
    case 'grade':
      return rungTitle(ratings.final(plan, index), plan.ladder)
    case 'passed':
      return passed(ratings.final(plan, index), plan)
  }
}

const NOT_RATED: Value = notApplicable([{ code: 'not_rated', message: '没有适用的项目，不评等' }])

/** Title of the rung; open while several are possible. */
export function rungTitle(standing: Standing, ladder: readonly { readonly title: string }[]): Value {
  const only = onlyRung(standing)
  return only === undefined ? notSettled(standing) : known(ladder[only]?.title ?? '')
}

/** Whether the grade counts as 达标: decided as soon as all that is possible lies on one side. */
function passed(standing: Standing, { rating, ladder }: RatingPlan): Value {
  const line = ladder.findIndex(({ title }) => title === rating.met)
  if (line === -1) return notApplicable([{ code: 'no_pass_line', message: '标准包没有规定哪一等次算达标' }])
  if (standing.isBroken || standing.possible.length === 0) return notSettled(standing)
  const answers = new Set(standing.possible.map((rung) => rung <= line))
  return answers.size === 1 ? known(answers.has(true)) : missing(standing.causes)
}

function notSettled({ isBroken, possible, causes }: Standing): Value {
  if (isBroken) return failed(causes)
  return possible.length === 0 ? NOT_RATED : missing(causes)
}
