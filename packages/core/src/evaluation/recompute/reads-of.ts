import type { Place } from '../grains.ts'
import type { PackPlan } from '../plan.ts'
import type { NodePlan } from '../plan-node.ts'
import type { Program } from '../program.ts'
import { parseRowsetId, parseSymbolId } from '../symbol-id.ts'

/** What a formula stands on directly. */
export interface Reads {
  /** Column of a register: `register.column`. */
  readonly columns: Set<string>
  /** Registers whose rows it looks at, whatever their cells hold. */
  readonly registers: Set<string>
  readonly nodes: Set<string>
  /** Grains of which it must know who is included. */
  readonly inclusions: Set<string>
  /** It names points, grades, effects, sections or the verdict: what these stand on is not followed. */
  isOpen: boolean
}

export const columnKey = (register: string, column: string): string => `${register}.${column}`

const nothing = (): Reads => ({
  columns: new Set(),
  registers: new Set(),
  nodes: new Set(),
  inclusions: new Set(),
  isOpen: false,
})

/** What a node's formula, standard and levels stand on, at all its stages. */
export function readsOfNode(plan: PackPlan, node: NodePlan): Reads {
  const reads = nothing()
  for (const { formula, standard, limit, written } of node.variants.values())
    for (const program of [formula, standard, limit, written]) addProgram(plan, node.grain, program, reads)
  for (const { program } of node.levels ?? []) addProgram(plan, node.grain, program, reads)
  reads.nodes.delete(node.id)
  return reads
}

/** What one formula at a place stands on. */
export function readsOfProgram(plan: PackPlan, place: Place, program: Program | undefined): Reads {
  const reads = nothing()
  addProgram(plan, place, program, reads)
  return reads
}

function addProgram(plan: PackPlan, place: Place, program: Program | undefined, reads: Reads): void {
  const needs = program?.expression?.dependencies
  if (needs === undefined) return
  for (const id of needs.scalars) addScalar(plan, place, id, reads)
  for (const { id, columns } of needs.rowsets) addRows(plan, id, columns, reads)
}

function addScalar(plan: PackPlan, place: Place, id: string, reads: Reads): void {
  const target = parseSymbolId(id)
  switch (target?.kind) {
    case 'column':
      if (typeof place !== 'string') addColumn(place.register, target.id, reads)
      return
    case 'parameter':
      for (const { when } of plan.parameter(target.id)?.values ?? [])
        if (when !== undefined) addProgram(plan, place, plan.program(place, when, 'truth'), reads)
      return
    case 'node':
      addNode(plan, target.id, reads)
      if (target.part === 'score' || target.part === 'level') reads.isOpen = true
      return
    case 'section':
    case 'effect':
    case 'rating':
    case 'verdict':
      reads.isOpen = true
      return
    case 'dimension':
    case 'label':
    case 'year':
    case 'evaluated_on':
    case undefined:
      return
  }
}

function addRows(plan: PackPlan, id: string, columns: readonly string[], reads: Reads): void {
  const rowset = parseRowsetId(id)
  switch (rowset.kind) {
    case 'register':
      reads.registers.add(rowset.id)
      for (const column of columns) addColumn(rowset.id, column, reads)
      return
    case 'group':
      for (const member of plan.pack.groups?.find((group) => group.id === rowset.id)?.members ?? [])
        addNode(plan, member, reads)
      return
    case 'grain':
      reads.inclusions.add(rowset.id)
      for (const column of columns) {
        const [name = ''] = column.split('.')
        if (plan.node(name) !== undefined) reads.nodes.add(name)
        else if (plan.rating(name) !== undefined) reads.isOpen = true
      }
  }
}

function addColumn(register: string, column: string, reads: Reads): void {
  reads.registers.add(register)
  reads.columns.add(columnKey(register, column))
}

/** Whether a finer node is met hangs on who is included, too. */
function addNode(plan: PackPlan, id: string, reads: Reads): void {
  reads.nodes.add(id)
  const node = plan.node(id)
  if (node !== undefined) reads.inclusions.add(node.grain)
}
