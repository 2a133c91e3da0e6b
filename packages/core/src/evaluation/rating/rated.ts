import type { Rational, Value } from '../../formula/index.ts'
import type { NodePlan } from '../plan-node.ts'
import type { GradeEffect } from './apply-effects.ts'
import type { Standing } from './climb-ladder.ts'
import type { CountedAdjustments } from './count-adjustments.ts'
import type { RatedItem, RatingPlan } from './plan-rating.ts'

export interface ItemScore {
  readonly item: RatedItem
  readonly score: Value
}

/** Points within one section: not scaled, but with the full points of items that do not apply where these are given. */
export interface SectionScore {
  readonly section: string
  readonly full: Rational
  /** Full points of the items that apply. */
  readonly applied: Rational
  readonly points: Value
}

/** One subject rated: its points, the grade that they give, and what effects make of it. */
export interface Rated {
  readonly points: Value
  /** Points of the items alone, before anything was added or deducted. */
  readonly earned: Value
  readonly adjustments: CountedAdjustments
  readonly items: readonly ItemScore[]
  readonly sections: readonly SectionScore[]
  /** Points of items that do not apply. */
  readonly idle: Rational
  readonly base: Standing
  readonly effects: readonly GradeEffect[]
  readonly final: Standing
}

/** The ratings of one evaluated year; `index` is a subject of the rating's or the node's grain. */
export interface RatingsOfYear {
  rated(plan: RatingPlan, index: number): Rated
  /** Points of a subject; while data are missing they carry what they can come to at least and at most. */
  pointsOf(plan: RatingPlan, index: number): Value
  /** Points of one item that some rating counts. */
  scoreOf(node: NodePlan, index: number): Value
  /** The grade that the points alone give. */
  base(plan: RatingPlan, index: number): Standing
  /** The grade after the effects. */
  final(plan: RatingPlan, index: number): Standing
  /** The level that an item reaches at a subject, where the item has levels. */
  level(node: NodePlan, index: number): Standing | undefined
}
