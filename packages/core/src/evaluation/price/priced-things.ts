import type { Assessment } from '../assessment.ts'
import { parseFigureId } from '../figure-id.ts'
import type { PackPlan } from '../plan.ts'
import { isLessAsked, isMoney } from './cost-of.ts'
import type { PricedThing } from './price-contract.ts'

export type Thing = Pick<PricedThing, 'of' | 'unit' | 'indicators'>

/** What the gaps of an evaluation are counted in, each once: its price turns them into money. Money itself needs none. */
export function pricedThings(plan: PackPlan, assessment: Pick<Assessment, 'sections' | 'dispersions'>): Thing[] {
  const things = new Map<string, Thing>()
  const add = (resource: Resource | undefined, one: Thing['indicators'][number]): void => {
    if (resource === undefined || isMoney(resource.unit)) return
    const thing = things.get(resource.of) ?? { ...resource, indicators: [] }
    thing.indicators.push(one)
    things.set(resource.of, thing)
  }
  const items = new Map(assessment.sections.flatMap((section) => section.items.map((item) => [item.indicator, item])))
  for (const { id, title } of plan.pack.indicators) {
    const gap = items.get(id)?.gap
    const amount = gap === undefined || isLessAsked(gap) ? {} : { amount: gap.amount, unit: gap.unit ?? '' }
    add(gapResource(plan, id), { indicator: id, title, ...amount })
  }
  for (const { figure, title, contributions, level_up: lift } of assessment.dispersions) {
    const of = parseFigureId(contributions[0]?.figure ?? '')?.node
    const amount = lift === undefined ? {} : { amount: lift.total, unit: lift.unit ?? '' }
    add(of === undefined ? undefined : gapResource(plan, of), {
      indicator: parseFigureId(figure)?.node ?? figure,
      title,
      ...amount,
    })
  }
  return [...things.values()]
}

interface Resource {
  readonly of: string
  readonly unit: string
}

/** What an indicator is short of when it is unmet: the input that its gap is solved for. */
function gapResource(plan: PackPlan, id: string): Resource | undefined {
  const node = plan.node(id)
  const path = node?.indicator?.gap?.solve.split('.')
  if (node === undefined || path === undefined) return undefined
  const scope = plan.scope(node.grain)
  const symbol =
    scope.findScalar(path) ??
    scope.findRowset(path[0] ?? '')?.columns.find((one) => one.id === path[1] || one.title === path[1])
  return symbol && { of: symbol.title, unit: symbol.unit ?? '' }
}
