import { isList, type Node } from '../../formula/index.ts'
import { allOf, anyOf, textLiteral } from './excel-text.ts'
import { ownCell } from './own-cell.ts'
import type { Excel, ExcelTruth, ExcelValue } from './packet-cells.ts'

type CompareNode = Extract<Node, { kind: 'compare' }>

/**
 * A truth over the cells of one form; undefined where it reads anything else. Without limits of missing cells: what
 * the formula language decides by them stays open here.
 */
export function truthIn(node: Node, excel: Excel): ExcelTruth | undefined {
  switch (node.kind) {
    case 'constant':
      return typeof node.value.content === 'boolean' ? literal(node.value.content) : undefined
    case 'scalar':
    case 'lookup':
      return ticked(node, excel)
    case 'not': {
      const inner = excel.truth(node.operand)
      return inner && { holds: inner.fails, fails: inner.holds }
    }
    case 'logic':
      return joined(node.operator, node.operands, excel)
    case 'compare':
      return compared(node, excel)
    case 'member':
      return member(node, excel)
    case 'case':
      return chosen(node, excel)
    case 'call':
      return called(node, excel)
    default:
      return undefined
  }
}

const literal = (truth: boolean): ExcelTruth =>
  truth ? { holds: 'TRUE', fails: 'FALSE' } : { holds: 'FALSE', fails: 'TRUE' }

function ticked(node: Node, excel: Excel): ExcelTruth | undefined {
  const own = ownCell(node, excel.cells)
  if (own?.type !== 'truth') return undefined
  const { value } = own.cell
  return { holds: allOf([...own.known, `${value}="是"`]), fails: allOf([...own.known, `${value}="否"`]) }
}

function joined(operator: 'and' | 'or', nodes: readonly Node[], excel: Excel): ExcelTruth | undefined {
  const operands = nodes.flatMap((node) => excel.truth(node) ?? [])
  if (operands.length < nodes.length) return undefined
  const [holds, fails] = [operands.map((one) => one.holds), operands.map((one) => one.fails)]
  return operator === 'and'
    ? { holds: allOf(holds), fails: anyOf(fails) }
    : { holds: anyOf(holds), fails: allOf(fails) }
}

/** A condition that can be worked out wherever all it reads is known. */
const decided = (known: readonly string[], condition: string): ExcelTruth => ({
  holds: allOf([...known, condition]),
  fails: allOf([...known, `NOT(${condition})`]),
})

function compared({ operator, left, right }: CompareNode, excel: Excel): ExcelTruth | undefined {
  const [a, b] = [excel.value(left), excel.value(right)]
  if (a?.type === 'number' && b?.type === 'number') return ordered(operator, a, b)
  if (operator !== '=' && operator !== '≠') return undefined
  const equal = equalTexts(left, right, excel) ?? equalTruths(left, right, excel)
  return operator === '=' || equal === undefined ? equal : { holds: equal.fails, fails: equal.holds }
}

/** The difference is rounded, for binary fractions are never quite equal. */
function ordered(operator: CompareNode['operator'], a: ExcelValue, b: ExcelValue): ExcelTruth {
  const sign = operator.replace('≠', '<>').replace('≤', '<=').replace('≥', '>=')
  return decided([...a.known, ...b.known], `ROUND(${a.value}-(${b.value}),6)${sign}0`)
}

function equalTruths(left: Node, right: Node, excel: Excel): ExcelTruth | undefined {
  const [a, b] = [excel.truth(left), excel.truth(right)]
  if (a === undefined || b === undefined) return undefined
  return {
    holds: anyOf([allOf([a.holds, b.holds]), allOf([a.fails, b.fails])]),
    fails: anyOf([allOf([a.holds, b.fails]), allOf([a.fails, b.holds])]),
  }
}

function equalTexts(left: Node, right: Node, excel: Excel): ExcelTruth | undefined {
  const [a, b] = [textOf(left, right, excel), textOf(right, left, excel)]
  if (a === undefined || b === undefined) return undefined
  return decided([...a.known, ...b.known], `EXACT(${a.value},${b.value})`)
}

/** A code is written in the form by its title: a constant beside a cell with codes becomes that. */
function textOf(node: Node, beside: Node, excel: Excel): ExcelValue | undefined {
  const value = excel.value(node)
  if (value?.type !== 'text' || node.kind !== 'constant' || typeof node.value.content !== 'string')
    return textOnly(value)
  return { ...value, value: textLiteral(titleOf(node.value.content, beside, excel)) }
}

const textOnly = (value: ExcelValue | undefined): ExcelValue | undefined => (value?.type === 'text' ? value : undefined)

function titleOf(code: string, beside: Node, excel: Excel): string {
  return ownCell(beside, excel.cells)?.codes?.entries.find((entry) => entry.code === code)?.title ?? code
}

function member({ left, right }: Extract<Node, { kind: 'member' }>, excel: Excel): ExcelTruth | undefined {
  const value = textOnly(excel.value(left))
  const list = right.kind === 'constant' ? right.value.content : undefined
  if (value === undefined || !isList(list)) return undefined
  const words = list.flatMap((item) => (typeof item === 'string' ? [titleOf(item, left, excel)] : []))
  if (words.length < list.length) return undefined
  return decided(value.known, anyOf(words.map((word) => `EXACT(${value.value},${textLiteral(word)})`)))
}

function chosen(node: Extract<Node, { kind: 'case' }>, excel: Excel): ExcelTruth | undefined {
  return node.branches.reduceRight<ExcelTruth | undefined>((rest, { when, result }) => {
    const [condition, value] = [excel.truth(when), excel.truth(result)]
    if (condition === undefined || value === undefined || rest === undefined) return undefined
    return {
      holds: anyOf([allOf([condition.holds, value.holds]), allOf([condition.fails, rest.holds])]),
      fails: anyOf([allOf([condition.holds, value.fails]), allOf([condition.fails, rest.fails])]),
    }
  }, excel.truth(node.otherwise))
}

function called({ fn, args }: Extract<Node, { kind: 'call' }>, excel: Excel): ExcelTruth | undefined {
  const [a, b, c] = args
  if (fn === 'is_reported') return a && reported(a, excel)
  if (fn === 'any_of' || fn === 'all_of') return joined(fn === 'any_of' ? 'or' : 'and', args, excel)
  if (fn !== 'between' && fn !== 'close_to') return undefined
  const [x, y, z] = [a, b, c].map((node) => node && excel.value(node))
  if (x?.type !== 'number' || y?.type !== 'number' || z?.type !== 'number') return undefined
  if (fn === 'close_to') {
    const apart = { type: 'number', value: `ABS(${x.value}-(${y.value}))`, known: [...x.known, ...y.known] } as const
    return ordered('≤', apart, z)
  }
  const [low, high] = [ordered('≥', x, y), ordered('≤', x, z)]
  return { holds: allOf([low.holds, high.holds]), fails: anyOf([low.fails, high.fails]) }
}

/** 长度, 年份 and 月份 of a cell are reported where the cell is. */
function reported(node: Node, excel: Excel): ExcelTruth | undefined {
  const isSurface = node.kind === 'call' && ['length', 'year', 'month'].includes(node.fn)
  const inner = isSurface ? node.args[0] : node
  const own = inner && ownCell(inner, excel.cells)
  if (own === undefined) return undefined
  return {
    holds: allOf(own.known),
    fails: allOf([`NOT(${own.cell.known})`, ...(own.isFreed === 'FALSE' ? [] : [`NOT(${own.isFreed})`])]),
  }
}
