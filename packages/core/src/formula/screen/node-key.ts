import type { Node, Shift } from '../ir.ts'
import { isList } from '../make-value.ts'
import { Rational } from '../rational.ts'
import { toJson } from '../rational-text.ts'
import type { Content } from '../value.ts'

/**
 * Parts with one key have one meaning at the same places. The key is made from the checked form: what is written may
 * stand for several parts, as the items of 属于 do.
 */
export function nodeKey(node: Node): string {
  switch (node.kind) {
    case 'constant':
      return node.value.content === undefined ? node.value.status : contentKey(node.value.content)
    case 'scalar':
      return `${node.symbol.id}${shiftKey(node.shifts)}`
    case 'column':
      return `${node.rowset.id}.${node.column.id}`
    case 'lookup':
      return `${nodeKey(node.cell)}[${node.filter === undefined ? '' : nodeKey(node.filter)}]${shiftKey(node.shifts)}`
    case 'aggregate':
      return `{${node.key}}${shiftKey(node.shifts)}`
    case 'scale':
      return `(${nodeKey(node.operand)} ${toJson(node.factor)})`
    case 'negate':
    case 'not':
      return `(${node.kind} ${nodeKey(node.operand)})`
    case 'sum':
      return `(${node.terms.map((term) => `${term.negative ? '-' : '+'}${nodeKey(term.node)}`).join('')})`
    case 'product':
      return `(${node.factors.map((factor) => `${factor.divide ? '÷' : '×'}${nodeKey(factor.node)}`).join('')} ${node.zero})`
    case 'logic':
      return `(${node.operator} ${node.operands.map(nodeKey).join()})`
    case 'compare':
      return `(${nodeKey(node.left)} ${node.operator} ${nodeKey(node.right)})`
    case 'member':
      return `(${nodeKey(node.left)} in ${nodeKey(node.right)})`
    case 'case': {
      const branches = node.branches.map(({ when, result }) => `${nodeKey(when)}→${nodeKey(result)}`)
      return `(case ${branches.join()} ${nodeKey(node.otherwise)})`
    }
    case 'call':
      return `${node.fn}(${node.args.map(nodeKey).join()} ${node.zero})`
  }
}

const shiftKey = (shifts: readonly Shift[]): string =>
  shifts.map(({ kind, detail }) => `@${kind} ${detail ?? ''}`).join()

function contentKey(content: Content): string {
  if (content instanceof Rational) return toJson(content)
  return isList(content) ? `[${content.map(contentKey).join()}]` : JSON.stringify(content)
}
