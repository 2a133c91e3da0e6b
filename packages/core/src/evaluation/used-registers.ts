import { COUNTY } from './grains.ts'
import type { PackPlan } from './plan.ts'
import type { Program } from './program.ts'
import { parseRowsetId, parseSymbolId } from './symbol-id.ts'

const rowsetsOf = ({ expression }: Program): readonly string[] =>
  (expression?.dependencies.rowsets ?? []).map(({ id }) => id)

/** Registers that some element or indicator reads. */
export function usedRegisters(plan: PackPlan): ReadonlySet<string> {
  const nodes = plan.allNodes().flatMap((node) => [...node.variants.values()])
  return new Set(nodes.flatMap(({ formula }) => rowsetsOf(formula)))
}

/** The same with those that say who there is, and those on which a veto or another effect hangs. */
export function neededRegisters(plan: PackPlan): ReadonlySet<string> {
  const effects = (plan.pack.effects ?? []).map(({ when }) => plan.program(COUNTY, when, 'truth'))
  const rosters = (plan.pack.grains ?? []).flatMap(({ from }) => from ?? [])
  return new Set([...usedRegisters(plan), ...effects.flatMap(rowsetsOf), ...rosters])
}

/** Registers that formulas at one grain read, also through the elements and indicators that they name. */
export function registersBehind(plan: PackPlan, grain: string, formulas: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  for (const formula of formulas) follow(plan, plan.program(grain, formula), found, seen)
  return found
}

function follow(plan: PackPlan, { expression }: Program, into: Set<string>, seen: Set<string>): void {
  const { scalars = [], rowsets = [] } = expression?.dependencies ?? {}
  const nodes = scalars.flatMap((id) => {
    const target = parseSymbolId(id)
    return target?.kind === 'node' ? [target.id] : []
  })
  for (const { id, columns } of rowsets)
    if (parseRowsetId(id).kind === 'register') into.add(id)
    else nodes.push(...columns.map((column) => column.split('.')[0] ?? ''))
  for (const id of nodes) {
    const node = plan.node(id)
    if (node === undefined || seen.has(id)) continue
    seen.add(id)
    for (const { formula } of node.variants.values()) follow(plan, formula, into, seen)
  }
}
