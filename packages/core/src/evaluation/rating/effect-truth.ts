import type { Value } from '../../formula/index.ts'
import type { Effect } from '../../packs/index.ts'
import type { EvaluatedYear } from '../evaluated-year.ts'
import { allTrue } from '../judge.ts'
import { grainOfEffect } from './effects-of.ts'

/** Whether an effect strikes a subject: in the year itself or, where it has a window, in an earlier year within it. */
export function effectAt(evaluation: EvaluatedYear, effect: Effect, index: number): Value {
  const years = effect.window_years ?? 1
  const subject = subjectOf(evaluation, effect, index)
  const within = evaluation.options.earlier.filter(({ data }) => data.year > evaluation.data.year - years)
  const truths = within.flatMap((year) => {
    const at = year.subjects(grainOfEffect(year.plan.pack, effect)).indexOf(subject)
    return at === undefined ? [] : [year.effectInYear(effect.id, at)]
  })
  const own = evaluation.effectInYear(effect.id, index)
  // True in any year: not false in all of them.
  return truths.length === 0 ? own : negated(allTrue([own, ...truths].map(negated)))
}

export const negated = (value: Value): Value =>
  typeof value.content === 'boolean' ? { ...value, content: !value.content } : value

function subjectOf(evaluation: EvaluatedYear, effect: Effect, index: number): string {
  return evaluation.subjects(grainOfEffect(evaluation.plan.pack, effect)).subjects[index]?.id ?? ''
}
