import { rational, type Value } from '../../formula/index.ts'
import type { Display } from '../../packs/index.ts'
import type { Evaluation } from '../evaluation.ts'
import { formulaText } from '../node-view.ts'
import { exactText, shownNumber, shownValue } from '../show.ts'
import { subjectName } from '../trace-of.ts'
import { onlyRung, type Standing } from './climb-ladder.ts'
import type { RatingPlan } from './plan-rating.ts'
import type { Rated } from './rated.ts'
import type { PointsView, RatedSubject, RatingView } from './rating-contract.ts'
import { ratingValue } from './rating-value.ts'
import { ratingWords } from './rating-words.ts'

const viewsOf = new WeakMap<Evaluation, readonly RatingView[]>()

/** Every rating of the pack over the included subjects of its grain; laid out once for each evaluation. */
export function ratingViews(evaluation: Evaluation): readonly RatingView[] {
  const made = viewsOf.get(evaluation) ?? layOut(evaluation)
  viewsOf.set(evaluation, made)
  return made
}

function layOut(evaluation: Evaluation): readonly RatingView[] {
  return (evaluation.plan.pack.ratings ?? []).flatMap(({ id }) => {
    const plan = evaluation.plan.rating(id)
    return plan === undefined ? [] : [ratingView(evaluation, plan)]
  })
}

function ratingView(evaluation: Evaluation, plan: RatingPlan): RatingView {
  const { rating } = plan
  const { inside } = evaluation.county().inside(rating.grain)
  return {
    id: rating.id,
    title: rating.title,
    grain: rating.grain,
    full: rating.full,
    ladder: plan.ladder.map(({ title, program }, index) => {
      const basis = rating.ladder[index]?.basis
      return {
        title,
        ...(program !== undefined && { when: formulaText(program) }),
        ...(basis !== undefined && { basis }),
      }
    }),
    ...(rating.met !== undefined && { met: rating.met }),
    subjects: inside.map((index) => ratedSubject(evaluation, plan, index)),
    basis: rating.basis,
    verified: rating.verified,
  }
}

function ratedSubject(evaluation: Evaluation, plan: RatingPlan, index: number): RatedSubject {
  const { rating, ladder } = plan
  const rated = evaluation.ratings.rated(plan, index)
  const [base, grade] = [titleOf(plan, rated.base), titleOf(plan, rated.final)]
  const passed = ratingValue(evaluation.ratings, plan, index, 'passed').content
  return {
    subject: evaluation.subjects(rating.grain).subjects[index]?.id ?? '',
    name: subjectName(evaluation, rating.grain, index),
    points: pointsView(rated.points, rating.display),
    ...adjustmentViews(plan, rated),
    ...(base !== undefined && { base }),
    ...(grade !== undefined && { grade }),
    possible: rated.final.possible.map((rung) => ladder[rung]?.title ?? ''),
    ...(typeof passed === 'boolean' && { passed }),
    sections: rated.sections.map(({ section, full, applied, points }) => ({
      section,
      full: exactText(full),
      ...(!rational.equals(full, applied) && { applied: exactText(applied) }),
      points: pointsView(points, rating.display),
    })),
    items: rated.items.map(({ item, score }) => ({
      indicator: item.node.id,
      section: item.section,
      full: exactText(item.full),
      points: pointsView(score, rating.display),
    })),
    effects: rated.effects.flatMap(({ effect, struck }) =>
      struck === false ? [] : [{ effect: effect.id, open: struck === undefined }],
    ),
    text: ratingWords(plan, rated, pointsView(rated.points, rating.display)),
  }
}

function adjustmentViews({ rating }: RatingPlan, { earned, adjustments }: Rated) {
  if (adjustments.lines.length === 0) return {}
  return {
    earned: pointsView(earned, rating.display),
    adjustments: adjustments.lines.map(({ id, rule, given, counted }) => ({
      id,
      rule: rule.id,
      title: rule.title,
      kind: rule.kind,
      given: exactText(given),
      counted: exactText(counted),
    })),
  }
}

function titleOf({ ladder }: RatingPlan, standing: Standing): string | undefined {
  const only = onlyRung(standing)
  return only === undefined ? undefined : ladder[only]?.title
}

/** A range where data are missing; the words of the status where there is no number at all. */
export function pointsView(value: Value, display: Display | undefined): PointsView {
  if (value.content !== undefined) return { shown: shownValue(value, display), value: exactText(value.content) }
  const { low, high } = value.bounds ?? {}
  if (value.status !== 'missing' || low === undefined || high === undefined)
    return { shown: shownValue(value, display) }
  return {
    shown: `${shownNumber(low, display)}～${shownNumber(high, display)}`,
    low: exactText(low),
    high: exactText(high),
  }
}
