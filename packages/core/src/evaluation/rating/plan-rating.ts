import { type Expression, getExact, type Rational, type ScalarSymbol, type Scope } from '../../formula/index.ts'
import type { Pack, Rating } from '../../packs/index.ts'
import type { Place } from '../grains.ts'
import type { NodePlan } from '../plan-node.ts'
import { compileProgram, extendScope, type Program } from '../program.ts'
import { symbolId } from '../symbol-id.ts'
import type { Rung } from './climb-ladder.ts'
import { scoredNames } from './judged-names.ts'

/** An item that brings points to a rating. */
export interface RatedItem {
  readonly section: string
  readonly node: NodePlan
  readonly full: Rational
  /** Undefined: all points when met, none when unmet. */
  readonly score: Program | undefined
}

/** A rating, compiled once per pack. */
export interface RatingPlan {
  readonly rating: Rating
  readonly full: Rational
  readonly items: readonly RatedItem[]
  readonly ladder: readonly Rung[]
}

/** What a rating asks of the plan of its pack. */
interface NodePlans {
  readonly pack: Pack
  scope(place: Place): Scope
  node(id: string): NodePlan | undefined
  expressionOf(id: string): Expression | undefined
}

export function planRating(plan: NodePlans, rating: Rating): RatingPlan {
  const items = rating.sections.flatMap((id) => {
    const section = plan.pack.sections?.find((candidate) => candidate.id === id)
    return (section?.items ?? []).flatMap((item) => planItem(plan, rating, id, item) ?? [])
  })
  const scope = ladderScope(plan.scope(rating.grain), rating)
  return {
    rating,
    full: getExact(rating.full),
    items,
    ladder: rating.ladder.map(({ title, when }) => ({
      title,
      program:
        when === undefined
          ? undefined
          : compileProgram(when, scope, { type: 'truth', zeroDenominator: 'not_applicable' }),
    })),
  }
}

function planItem(plan: NodePlans, rating: Rating, section: string, id: string): RatedItem | undefined {
  const node = plan.node(id)
  if (node?.indicator?.points === undefined || node.grain !== rating.grain) return undefined
  const { score, points } = node.indicator
  return {
    section,
    node,
    full: getExact(points),
    score:
      score === undefined
        ? undefined
        : compileProgram(
            score,
            extendScope(plan.scope(node.grain), scoredNames(node.node, plan.expressionOf(id))),
            scoreOptions,
          ),
  }
}

/** A score is a plain number of points. */
export const scoreOptions = { type: 'number', zeroDenominator: 'not_applicable' } as const

/** Names of the grades' conditions: those of the grain, 得分 and 满分. */
export function ladderScope(scope: Scope, rating: Rating): Scope {
  const named = (title: string, part: 'points' | 'outOf'): [string, ScalarSymbol] => [
    title,
    { kind: 'scalar', id: symbolId({ kind: 'rating', id: rating.id, part }), title, type: 'number' },
  ]
  return extendScope(scope, new Map([named('得分', 'points'), named('满分', 'outOf')]))
}
