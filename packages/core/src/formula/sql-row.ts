import type { Node } from './ir.ts'
import { partsOfNode } from './ir.ts'
import { compareValues } from './logic.ts'
import { isDate, known, missing } from './make-value.ts'
import { Rational } from './rational.ts'
import { callSql } from './sql-calls.ts'
import { addSql, caseSql, compareSql, divSql, logicSql, mulSql, negateSql, notSql } from './sql-operators.ts'
import {
  explicit,
  NEVER,
  NotInSql,
  NULLABLE,
  numberPart,
  part,
  quoteIdentifier,
  quoteText,
  type SqlPart,
  statusIs,
} from './sql-text.ts'
import type { Value } from './value.ts'

export interface RowSqlOptions {
  /** Value of an element or parameter that a row condition compares with; without it such a condition runs in JavaScript. */
  readonly scalar?: (id: string) => Value | undefined
}

const EMPTY = {
  number: 'NULL::numeric',
  text: 'NULL::text',
  truth: 'NULL::boolean',
  date: 'NULL::date',
  list: 'NULL::text',
} as const

/** A value known before the query, as a literal. */
function literalSql(value: Value, type: keyof typeof EMPTY): SqlPart {
  const { content, status } = value
  if (status === 'doubtful' || value.square || (value.causes.length > 0 && content !== undefined))
    throw new NotInSql('条件里的数存疑')
  if (content === undefined) {
    if (value.bounds) throw new NotInSql('条件里的数未报但有上下限')
    return part(EMPTY[type], explicit(status === 'missing' ? '1' : status === 'not_applicable' ? '2' : '3'))
  }
  if (content instanceof Rational) return numberPart(content)
  if (typeof content === 'string') return part(`${quoteText(content)}::text`, NEVER)
  if (typeof content === 'boolean') return part(content ? 'TRUE' : 'FALSE', NEVER)
  if (isDate(content)) return part(`DATE ${quoteText(content.date)}`, NEVER)
  throw new NotInSql('列表')
}

function columnSql(node: Extract<Node, { kind: 'column' }>, options: RowSqlOptions): SqlPart {
  const { type, id } = node.column
  if (type === 'list') throw new NotInSql('列表栏目')
  const name = quoteIdentifier(id)
  const plain = type === 'number' ? `${name}::numeric` : name
  if (!node.applicable) return { ...part(plain, NULLABLE), bare: name }
  const applies = rowSql(node.applicable, options)
  const broken = statusIs(applies, 3)
  const hidden = [`${applies.value} IS FALSE`, ...(broken ? [broken] : [])].join(' OR ')
  const error = broken ? ` WHEN ${broken} THEN 3` : ''
  return part(
    `(CASE WHEN ${hidden} THEN NULL ELSE ${plain} END)`,
    explicit(`CASE WHEN ${applies.value} IS FALSE THEN 2${error} WHEN ${name} IS NULL THEN 1 ELSE 0 END`),
  )
}

/** True when something is sure about this part although a cell is missing: it then needs interval arithmetic. */
export function hasLimits(node: Node): boolean {
  if (node.kind === 'column') return node.low !== undefined || node.high !== undefined
  return node.kind === 'case' || partsOfNode(node).some(hasLimits)
}

/** A bounded column against a constant: where the cell is missing its limits may already decide. */
function compareWithLimits(node: Extract<Node, { kind: 'compare' }>, options: RowSqlOptions): SqlPart {
  const { left, right, operator } = node
  const [cell, other] = left.kind === 'column' ? [left, right] : [right, left]
  const constant = rowSql(other, options).constant
  if (cell.kind !== 'column' || cell.applicable || constant === undefined) throw new NotInSql('有上下限的栏目参与比较')
  const empty = missing([], { low: cell.low, high: cell.high })
  const decided =
    left === cell ? compareValues(operator, empty, known(constant)) : compareValues(operator, known(constant), empty)
  const plain = compareSql(operator, rowSql(left, options), rowSql(right, options))
  if (typeof decided.content !== 'boolean') return plain
  return part(`COALESCE(${plain.value}, ${decided.content ? 'TRUE' : 'FALSE'})`, NEVER)
}

/** A row expression of a checked formula as SQL over the columns of its register. Throws `NotInSql`. */
export function rowSql(node: Node, options: RowSqlOptions): SqlPart {
  const sub = (inner: Node): SqlPart => rowSql(inner, options)
  switch (node.kind) {
    case 'constant': {
      const { content } = node.value
      return literalSql(node.value, typeof content === 'string' ? 'text' : 'number')
    }
    case 'scalar': {
      const value = node.shifts.length === 0 ? options.scalar?.(node.symbol.id) : undefined
      if (value === undefined) throw new NotInSql(`条件里的“${node.symbol.title}”`)
      return literalSql(value, node.symbol.type)
    }
    case 'column':
      return columnSql(node, options)
    case 'aggregate':
    case 'lookup':
    case 'member':
      throw new NotInSql('行内查找')
    case 'scale':
      return mulSql(sub(node.operand), numberPart(node.factor))
    case 'negate':
      return negateSql(sub(node.operand))
    case 'not':
      return notSql(sub(node.operand))
    case 'sum':
      return node.terms
        .map((term, index) => (index === 0 && term.negative ? negateSql(sub(term.node)) : sub(term.node)))
        .reduce((sofar, next, index) => addSql(sofar, next, node.terms[index]?.negative ?? false))
    case 'product':
      return node.factors
        .map((factor) => sub(factor.node))
        .reduce((sofar, next, index) =>
          node.factors[index]?.divide ? divSql(sofar, next, node.zero) : mulSql(sofar, next),
        )
    case 'logic':
      return logicSql(node.operator, node.operands.map(sub))
    case 'compare':
      return hasLimits(node)
        ? compareWithLimits(node, options)
        : compareSql(node.operator, sub(node.left), sub(node.right))
    case 'case':
      return caseSql(
        node.branches.map((branch) => ({ when: sub(branch.when), result: sub(branch.result) })),
        sub(node.otherwise),
      )
    case 'call':
      if ((node.fn === 'between' || node.fn === 'close_to') && hasLimits(node))
        throw new NotInSql('有上下限的栏目参与比较')
      return callSql(node.fn, node.args.map(sub), node.zero)
  }
}
