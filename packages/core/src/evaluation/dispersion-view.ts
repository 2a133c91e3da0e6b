import { type AggregateNode, type Row, rational, round, roundText, sqrt } from '../formula/index.ts'
import type { Dispersion } from './assessment.ts'
import { causeViews } from './cause-view.ts'
import type { Evaluation } from './evaluation.ts'
import { figureId } from './figure-id.ts'
import { levelUp, type Weighted } from './level-up.ts'
import type { NodePlan } from './plan-node.ts'
import { exactText, shownNumber } from './show.ts'
import { SubjectRow } from './subject-rows.ts'
import { momentsOf } from './weighted-moments.ts'

/** Digits of numbers that are no longer judged, only looked at. */
const DIGITS = 6
const SHARE_DIGITS = 18

/** Every 差异系数 over subjects, taken apart: who drives it, and what would bring it to its limit. */
export function dispersionViews(evaluation: Evaluation): Dispersion[] {
  return evaluation.plan.allNodes().flatMap((node) => {
    if (node.indicator === undefined) return []
    return [...evaluation.subjects(node.grain).subjects.keys()].flatMap((index) => {
      const formula = evaluation.variantAt(node, index)?.formula.expression?.node
      return formula?.kind === 'aggregate' && formula.fn === 'variation' && formula.rowset.source === 'subjects'
        ? [dispersionAt(evaluation, node, index, formula)]
        : []
    })
  })
}

interface Member extends Weighted {
  readonly row: SubjectRow
}

function dispersionAt(evaluation: Evaluation, node: NodePlan, index: number, formula: AggregateNode): Dispersion {
  const subject = evaluation.subjects(node.grain).subjects[index]
  const environment = evaluation.place(node.grain).at(index)
  const value = evaluation.value(node, index)
  const judgement = evaluation.judgement(node, index)
  const limit = judgement?.limit?.content
  const [x, w] = [columnOf(formula.value), columnOf(formula.weight)]
  const members = x === undefined || w === undefined ? [] : membersOf(environment.rows(formula.rowset.id).rows, x, w)
  const moments = value.content === undefined ? undefined : momentsOf(members)
  const unit = formula.value?.kind === 'column' ? formula.value.column.unit : undefined
  const stage = subject?.values.find((text) => text !== subject.unit)
  const lifted =
    limit instanceof rational.Rational && judgement?.state === 'unmet' ? levelUp(members, limit, unit) : undefined
  return {
    figure: figureId(node.id, subject?.id ?? ''),
    title: node.node.title,
    ...(stage === undefined ? {} : { stage }),
    ...(unit === undefined ? {} : { unit }),
    state: judgement?.state ?? 'not_applicable',
    ...(moments === undefined
      ? {}
      : { mean: roundText(moments.mean, DIGITS, 'half_up'), deviation: rootText(moments.variance) }),
    ...(value.content instanceof rational.Rational ? { coefficient: roundText(value.content, DIGITS, 'half_up') } : {}),
    ...(limit === undefined ? {} : { limit: exactText(limit) }),
    contributions: moments === undefined || x === undefined ? [] : contributions(evaluation, members, moments, x),
    ...(lifted === undefined ? {} : { level_up: lifted }),
    causes: causeViews(evaluation.data, value.causes),
  }
}

const columnOf = (node: AggregateNode['value']): string | undefined =>
  node?.kind === 'column' ? node.column.id : undefined

function membersOf(rows: readonly Row[], x: string, w: string): readonly Member[] {
  return rows.flatMap((row) => {
    const [value, weight] = [row.get(x).content, row.get(w).content]
    return row instanceof SubjectRow && value instanceof rational.Rational && weight instanceof rational.Rational
      ? [{ row, value, weight }]
      : []
  })
}

function contributions(
  evaluation: Evaluation,
  members: readonly Member[],
  moments: {
    readonly mean: rational.Rational
    readonly variance: rational.Rational
    readonly weight: rational.Rational
  },
  column: string,
): Dispersion['contributions'] {
  const display = evaluation.plan.node(column)?.node.display
  const shares = members.map((member) => {
    const deviation = rational.sub(member.value, moments.mean)
    const part =
      rational.div(rational.mul(member.weight, rational.mul(deviation, deviation)), moments.weight) ?? rational.ZERO
    const share = rational.div(part, moments.variance) ?? rational.ZERO
    // Exact shares of thousands of schools have thousands of digits; these many are enough to show and to sort.
    return { member, share: round(share, SHARE_DIGITS, 'half_up') }
  })
  return shares
    .toSorted((a, b) => rational.compare(b.share, a.share))
    .map(({ member, share }) => {
      const seed = evaluation.subjects(member.row.grain).subjects[member.row.index]
      return {
        subject: seed?.id ?? '',
        figure: figureId(column, seed?.id ?? ''),
        name: seed?.name ?? '',
        value: shownNumber(member.value, display ?? { decimals: 2 }),
        weight: shownNumber(member.weight, undefined),
        share: roundText(share, DIGITS, 'half_up'),
        above: rational.compare(member.value, moments.mean) > 0,
      }
    })
}

function rootText(square: rational.Rational): string {
  return roundText(sqrt(square) ?? rational.ZERO, DIGITS, 'half_up')
}
