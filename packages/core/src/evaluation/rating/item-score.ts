import { failed, known, missing, Rational, rational, type Value } from '../../formula/index.ts'
import type { EvaluatedYear } from '../evaluated-year.ts'
import { metValue } from '../judge.ts'
import type { RatedItem } from './plan-rating.ts'
import { verifiedAt, verifiedPoints } from './verified-at.ts'

/** Points of one item at one subject. While they are open they lie between 0 and full points. */
export function itemScore(evaluation: EvaluatedYear, item: RatedItem, index: number): Value {
  const { node, score, full } = item
  const judgement = evaluation.judgement(node, index)
  if (judgement?.state === 'not_applicable') return judgement.truth
  const verified = verifiedPoints(verifiedAt(evaluation, node, index))
  if (verified !== undefined) return within(verified, full)
  const value =
    score === undefined ? allOrNothing(metValue(judgement), full) : score.run(evaluation.place(node.grain).at(index))
  return within(value, full)
}

function allOrNothing(met: Value, full: Rational): Value {
  return typeof met.content === 'boolean' ? { ...met, content: met.content ? full : rational.ZERO } : met
}

function within(value: Value, full: Rational): Value {
  const { content, bounds } = value
  if (content instanceof Rational) {
    if (rational.sign(content) >= 0 && rational.compare(content, full) <= 0) return value
    return failed([{ code: 'score_out_of_range', message: '计分办法算出的分数小于零或超过满分' }])
  }
  if (value.status !== 'missing') return value
  const low = rational.max(bounds?.low ?? rational.ZERO, rational.ZERO)
  const high = rational.min(bounds?.high ?? full, full)
  return rational.compare(low, high) === 0 ? known(low) : missing(value.causes, { low, high })
}
