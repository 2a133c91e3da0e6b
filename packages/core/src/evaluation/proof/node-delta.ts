import { fromDecimal, rational } from '../../formula/index.ts'
import type { PackPlan } from '../plan.ts'
import type { NodePlan, NodeVariant } from '../plan-node.ts'
import type { Program } from '../program.ts'
import { compileProgram, extendScope } from '../program.ts'
import { scoredNames } from '../rating/judged-names.ts'
import { scoreOptions } from '../rating/plan-rating.ts'
import { symbolId } from '../symbol-id.ts'
import { comparePrograms } from './compare-nodes.ts'
import type { Compared } from './compared.ts'
import { type Delta, either, ofSign, SAME, together } from './delta.ts'

/** The number or truth that an element or indicator comes to. */
export function compareValue(id: string, all: Compared): Delta {
  return byVariant(id, all, (old, now) => comparePrograms(old.formula, now.formula, all))
}

/** Whether it is met: its standard, or the truth that it is. */
export function compareMet(id: string, all: Compared): Delta {
  return byVariant(id, all, (old, now) => {
    if (old.standard === undefined && now.standard === undefined) return compareValue(id, all)
    return comparePrograms(old.standard, now.standard, all)
  })
}

/** The number of its standard. */
export function compareLimit(id: string, all: Compared): Delta {
  return byVariant(id, all, (old, now) => comparePrograms(old.limit, now.limit, all))
}

/** The level it reaches: the first that holds, so that it can only fall where each holds for less. */
export function compareLevels(id: string, all: Compared): Delta {
  const [old, now] = [all.before.node(id)?.levels ?? [], all.after.node(id)?.levels ?? []]
  if (old.map(({ title }) => title).join() !== now.map(({ title }) => title).join()) return all.doubt('等级的档次变了')
  return together(...old.map(({ program }, at) => comparePrograms(program, now[at]?.program, all)))
}

/** Full points of an item. */
export function comparePoints(id: string, all: Compared): Delta {
  const of = (plan: PackPlan): string | undefined => plan.node(id)?.indicator?.points
  const [old, now] = [of(all.before), of(all.after)]
  if (old === now) return SAME
  const [b, a] = [fromDecimal(old ?? '0'), fromDecimal(now ?? '0')]
  return b === undefined || a === undefined ? all.doubt('分值的写法变了') : ofSign(rational.compare(a, b))
}

/** Points that an item brings. */
export function compareScore(id: string, all: Compared): Delta {
  const [old, now] = [scoreOf(all.before, id), scoreOf(all.after, id)]
  if (old === undefined && now === undefined) {
    const met = all.symbol(symbolId({ kind: 'node', id, part: 'met' }))
    return together(met, comparePoints(id, all))
  }
  return comparePrograms(old, now, all)
}

function scoreOf(plan: PackPlan, id: string): Program | undefined {
  const indicator = plan.node(id)?.indicator
  if (indicator?.score === undefined) return undefined
  const scope = extendScope(plan.scope(indicator.grain), scoredNames(indicator, plan.expressionOf(id)))
  return compileProgram(indicator.score, scope, scoreOptions)
}

function byVariant(id: string, all: Compared, compare: (old: NodeVariant, now: NodeVariant) => Delta): Delta {
  const [old, now] = [all.before.node(id), all.after.node(id)]
  if (old === undefined || now === undefined) return all.doubt(`“${id}”的有无变了`)
  if (!isStagedAlike(old, now)) return all.doubt(`“${now.node.title}”分学段的写法变了`)
  return either(
    ...[...now.variants].map(([stage, variant]) => {
      const before = old.variants.get(stage)
      return before === undefined ? all.doubt('学段变了') : compare(before, variant)
    }),
  )
}

const isStagedAlike = (old: NodePlan, now: NodePlan): boolean =>
  [...old.variants.keys()].toSorted().join() === [...now.variants.keys()].toSorted().join()
