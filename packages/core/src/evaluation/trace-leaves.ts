import {
  type AggregateNode,
  type ColumnNode,
  type Expression,
  type Node,
  partsOfNode,
  printForReaders,
} from '../formula/index.ts'
export type LookupNode = Extract<Node, { kind: 'lookup' }>
export type ScalarNode = Extract<Node, { kind: 'scalar' }>
/** A part of a formula that stands for one value: a name, one cell of a register, or an aggregate. */
export type Leaf = ScalarNode | LookupNode | AggregateNode

/** The leaves of a formula in the order they are written. */
export function leavesOf(node: Node): readonly Leaf[] {
  switch (node.kind) {
    case 'scalar':
    case 'lookup':
    case 'aggregate':
      return [node]
    default:
      return partsOfNode(node).flatMap(leavesOf)
  }
}

/** Chinese of a part for readers, as it stands in the whole. */
export const partText = (expression: Expression, node: Node): string => printForReaders(expression, node.ast)

/** Columns that an aggregate or lookup reads from each row, in the order of first use. */
export function columnsRead(node: AggregateNode | LookupNode): readonly ColumnNode[] {
  const parts = node.kind === 'aggregate' ? [node.value, node.weight, node.filter] : [node.cell, node.filter]
  const found = new Map<string, ColumnNode>()
  const visit = (part: Node | undefined): void => {
    if (part === undefined) return
    if (part.kind === 'column') found.set(part.column.id, found.get(part.column.id) ?? part)
    for (const inner of partsOfNode(part)) visit(inner)
  }
  for (const part of parts) visit(part)
  return [...found.values()]
}

/** Puts texts in the place of names, longest first, so that a name inside a longer one stays whole. */
export function putIn(formula: string, values: ReadonlyMap<string, string>): string {
  const names = [...values.keys()].filter((name) => name !== '').toSorted((a, b) => b.length - a.length)
  if (names.length === 0) return formula
  const pattern = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gu')
  return formula.replace(pattern, (name) => values.get(name) ?? name)
}
