import {
  addValues,
  failed,
  known,
  mulValues,
  notApplicable,
  Rational,
  rational,
  type Value,
} from '../../formula/index.ts'
import type { AtPlace, EvaluatedYear } from '../evaluated-year.ts'
import type { NodePlan } from '../plan-node.ts'
import { applyEffects, type GradeEffect } from './apply-effects.ts'
import { climbLadder, NOT_STANDING, type Standing } from './climb-ladder.ts'
import { type CountedAdjustments, countAdjustments } from './count-adjustments.ts'
import { effectAt } from './effect-truth.ts'
import { effectsOf } from './effects-of.ts'
import { itemScore } from './item-score.ts'
import type { RatingPlan } from './plan-rating.ts'
import type { ItemScore, Rated, RatingsOfYear, SectionScore } from './rated.ts'
import { standingOfLevel, verifiedAt } from './verified-at.ts'

const CIRCULAR: Value = failed([{ code: 'circular', message: '评分与等次互相引用，绕回了自己' }])
const NOT_COUNTED: Value = notApplicable([{ code: 'not_counted', message: '没有评分定等用到此项' }])
const NOTHING_APPLIES: Value = notApplicable([{ code: 'nothing_rated', message: '没有适用的计分项目' }])

/** The ratings of one evaluation; points and grades are computed once, when first asked for. */
export class Ratings implements RatingsOfYear {
  private readonly evaluation: EvaluatedYear
  private readonly points = new Map<string, Value>()
  private readonly standings = new Map<string, Standing>()
  private readonly levels = new Map<string, Standing>()

  constructor(evaluation: EvaluatedYear) {
    this.evaluation = evaluation
  }

  rated(plan: RatingPlan, index: number): Rated {
    const items = this.itemsOf(plan, index)
    const effects = this.effects(plan, index)
    const base = this.base(plan, index)
    return {
      points: this.pointsOf(plan, index),
      earned: total(plan, items),
      adjustments: this.adjustmentsOf(plan, index),
      items,
      sections: plan.rating.sections.flatMap((section) => sectionScore(plan, section, items)),
      idle: fullOf(items.filter(isIdle)),
      base,
      effects,
      final: applyEffects(base, plan.ladder, effects),
    }
  }

  pointsOf(plan: RatingPlan, index: number): Value {
    return once(this.points, `${plan.rating.id}#${index}`, CIRCULAR, () =>
      adjusted(total(plan, this.itemsOf(plan, index)), this.adjustmentsOf(plan, index)),
    )
  }

  scoreOf(node: NodePlan, index: number): Value {
    for (const { id } of this.evaluation.plan.pack.ratings ?? []) {
      const item = this.evaluation.plan.rating(id)?.items.find((candidate) => candidate.node === node)
      if (item !== undefined) return itemScore(this.evaluation, item, index)
    }
    return NOT_COUNTED
  }

  base(plan: RatingPlan, index: number): Standing {
    return once(this.standings, `${plan.rating.id}#${index}`, NOT_STANDING, () => {
      const points = this.pointsOf(plan, index)
      if (points.status === 'not_applicable') return NOT_STANDING
      if (points.status === 'error') return { possible: [], causes: points.causes, isBroken: true }
      return climbLadder(plan.ladder, this.at(plan.rating.grain, index))
    })
  }

  final(plan: RatingPlan, index: number): Standing {
    return applyEffects(this.base(plan, index), plan.ladder, this.effects(plan, index))
  }

  level(node: NodePlan, index: number): Standing | undefined {
    const { levels } = node
    if (levels === undefined) return undefined
    return once(this.levels, `${node.id}#${index}`, NOT_STANDING, () => {
      const verified = standingOfLevel(node, verifiedAt(this.evaluation, node, index))
      if (verified !== undefined) return verified
      const value = this.evaluation.value(node, index)
      const judgement = this.evaluation.judgement(node, index)
      if (value.status === 'not_applicable' || judgement?.state === 'not_applicable') return NOT_STANDING
      return climbLadder(levels, this.at(node.grain, index))
    })
  }

  private effects(plan: RatingPlan, index: number): readonly GradeEffect[] {
    return effectsOf(this.evaluation.plan.pack, plan.rating.id).map((effect) => {
      const truth = effectAt(this.evaluation, effect, index)
      const isOpen = truth.status === 'missing' || truth.status === 'error'
      return {
        effect,
        struck: isOpen ? undefined : truth.content === true,
        causes: truth.causes,
        isBroken: truth.status === 'error',
      }
    })
  }

  private adjustmentsOf({ rating }: RatingPlan, index: number): CountedAdjustments {
    const subject = this.evaluation.subjects(rating.grain).subjects[index]?.id ?? ''
    return countAdjustments(rating, this.evaluation.options.verified?.adjustments?.(rating.id, subject) ?? [])
  }

  private itemsOf(plan: RatingPlan, index: number): readonly ItemScore[] {
    return plan.items.map((item) => ({ item, score: itemScore(this.evaluation, item, index) }))
  }

  private at(grain: string, index: number): AtPlace {
    return this.evaluation.place(grain).at(index)
  }
}

/** Sum of the points; items that do not apply get full points, or the rest is scaled up to the full ones. */
function total(plan: RatingPlan, items: readonly ItemScore[]): Value {
  const gained = gainedBy(plan, items)
  const idle = fullOf(items.filter(isIdle))
  if (rational.isZero(idle) || plan.rating.not_applicable === '得满分') return gained
  const scale = rational.div(plan.full, rational.sub(plan.full, idle))
  return scale === undefined ? NOTHING_APPLIES : mulValues(gained, known(scale))
}

/** Additions may lead beyond full points; deductions never below zero, nor does what open points can come to. */
function adjusted(earned: Value, { additions, deductions }: CountedAdjustments): Value {
  const net = rational.sub(additions, deductions)
  if (rational.isZero(net) || earned.status === 'not_applicable') return earned
  const sum = addValues(earned, known(net))
  const { content, bounds } = sum
  return {
    ...sum,
    ...(content instanceof Rational && { content: notNegative(content) }),
    ...(bounds !== undefined && {
      bounds: { low: bounds.low && notNegative(bounds.low), high: bounds.high && notNegative(bounds.high) },
    }),
  }
}

const notNegative = (points: Rational): Rational => rational.max(points, rational.ZERO)

function gainedBy({ rating }: RatingPlan, items: readonly ItemScore[]): Value {
  const [first, ...rest] = items.filter((item) => !isIdle(item)).map(({ score }) => score)
  if (first === undefined) return NOTHING_APPLIES
  const given = rating.not_applicable === '得满分' ? fullOf(items.filter(isIdle)) : rational.ZERO
  return addValues(rest.reduce(addValues, first), known(given))
}

function sectionScore(plan: RatingPlan, section: string, all: readonly ItemScore[]): readonly SectionScore[] {
  const items = all.filter(({ item }) => item.section === section)
  if (items.length === 0) return []
  const applied = fullOf(items.filter((item) => !isIdle(item)))
  return [{ section, full: fullOf(items), applied, points: gainedBy(plan, items) }]
}

const isIdle = ({ score }: ItemScore): boolean => score.status === 'not_applicable'

const fullOf = (items: readonly ItemScore[]): rational.Rational => rational.sum(items.map(({ item }) => item.full))

/** Computed once; what asks for itself meanwhile gets `during`. */
function once<T>(made: Map<string, T>, slot: string, during: T, make: () => T): T {
  const found = made.get(slot)
  if (found !== undefined) return found
  made.set(slot, during)
  const value = make()
  made.set(slot, value)
  return value
}
