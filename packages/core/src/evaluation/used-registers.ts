import { COUNTY } from './grains.ts'
import type { PackPlan } from './plan.ts'
import type { Program } from './program.ts'

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
