import type { PackPlan } from '../plan.ts'
import { columnKey, type Reads, readsOfNode, readsOfProgram } from './reads-of.ts'

/** What has to be worked out again when something it stands on has changed. */
export type Dependent =
  | { readonly kind: 'node'; readonly id: string; readonly grain: string }
  | { readonly kind: 'inclusion'; readonly grain: string }

/** Who stands directly on what, in one pack. */
export interface Dependents {
  ofColumn(register: string, column: string): readonly Dependent[]
  ofRegister(register: string): readonly Dependent[]
  ofNode(id: string): readonly Dependent[]
  ofInclusion(grain: string): readonly Dependent[]
  /** Those whose foundations are not followed one by one: every change may reach them. */
  readonly open: readonly Dependent[]
}

const dependentsOfPack = new WeakMap<PackPlan, Dependents>()

/** Turns round what the formulas of a pack read; made once per pack. */
export function dependentsIn(plan: PackPlan): Dependents {
  const made = dependentsOfPack.get(plan) ?? turnRound(plan)
  dependentsOfPack.set(plan, made)
  return made
}

function turnRound(plan: PackPlan): Dependents {
  const lists = new Map<string, Dependent[]>()
  const open: Dependent[] = []
  const add = (source: string, dependent: Dependent): void => {
    const list = lists.get(source)
    if (list === undefined) lists.set(source, [dependent])
    else list.push(dependent)
  }
  const addAll = (reads: Reads, dependent: Dependent): void => {
    for (const column of reads.columns) add(`column ${column}`, dependent)
    for (const register of reads.registers) add(`register ${register}`, dependent)
    for (const node of reads.nodes) add(`node ${node}`, dependent)
    for (const grain of reads.inclusions) add(`inclusion ${grain}`, dependent)
    if (reads.isOpen) open.push(dependent)
  }
  for (const node of plan.allNodes()) addAll(readsOfNode(plan, node), { kind: 'node', id: node.id, grain: node.grain })
  for (const grain of plan.grains)
    for (const { when } of grain.exclusions ?? [])
      addAll(readsOfProgram(plan, grain.id, plan.program(grain.id, when, 'truth')), {
        kind: 'inclusion',
        grain: grain.id,
      })
  const of = (source: string): readonly Dependent[] => lists.get(source) ?? []
  return {
    ofColumn: (register, column) => of(`column ${columnKey(register, column)}`),
    ofRegister: (register) => of(`register ${register}`),
    ofNode: (id) => of(`node ${id}`),
    ofInclusion: (grain) => of(`inclusion ${grain}`),
    open,
  }
}
