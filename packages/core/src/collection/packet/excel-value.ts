import { type Node, Rational } from '../../formula/index.ts'
import { allOf, anyOf, choose, numberLiteral, textLiteral } from './excel-text.ts'
import { ownCell } from './own-cell.ts'
import type { Excel, ExcelValue } from './packet-cells.ts'

/** A number or text of a formula over the cells of one form; undefined where it reads anything else. */
export function valueIn(node: Node, excel: Excel): ExcelValue | undefined {
  switch (node.kind) {
    case 'constant':
      return constant(node.value.content)
    case 'scalar':
    case 'lookup':
      return cellValue(node, excel)
    case 'scale': {
      const inner = excel.value(node.operand)
      return inner && { ...inner, value: `(${inner.value})*${numberLiteral(node.factor)}` }
    }
    case 'negate': {
      const inner = excel.value(node.operand)
      return inner && { ...inner, value: `(0-${bracketed(inner.value)})` }
    }
    case 'sum':
      return sum(node.terms, excel)
    case 'product':
      return product(node.factors, excel)
    case 'case':
      return chosen(node, excel)
    case 'call':
      return called(node, excel)
    default:
      return undefined
  }
}

function constant(content: unknown): ExcelValue | undefined {
  if (content instanceof Rational) return { type: 'number', value: numberLiteral(content), known: [] }
  return typeof content === 'string' ? { type: 'text', value: textLiteral(content), known: [] } : undefined
}

function cellValue(node: Node, excel: Excel): ExcelValue | undefined {
  const own = ownCell(node, excel.cells)
  if (own?.type === 'number') return { type: 'number', value: `N(${own.cell.value})`, known: own.known }
  return own?.type === 'text' ? { type: 'text', value: `${own.cell.value}&""`, known: own.known } : undefined
}

const bracketed = (value: string): string => (/[-+*/&]/.test(value) ? `(${value})` : value)

/** All of the nodes as numbers; undefined as soon as one is not. */
function numbers(nodes: readonly Node[], excel: Excel): readonly ExcelValue[] | undefined {
  const values = nodes.flatMap((node) => excel.value(node) ?? [])
  return values.length === nodes.length && values.every(({ type }) => type === 'number') ? values : undefined
}

const knownOf = (values: readonly ExcelValue[]): readonly string[] => [...new Set(values.flatMap(({ known }) => known))]

function sum(terms: readonly { readonly negative: boolean; readonly node: Node }[], excel: Excel) {
  const values = numbers(
    terms.map(({ node }) => node),
    excel,
  )
  if (values === undefined) return undefined
  const parts = values.map(({ value }, at) => {
    const sign = terms[at]?.negative === true ? '-' : at === 0 ? '' : '+'
    return `${at === 0 && sign === '-' ? '0' : ''}${sign}${sign === '-' ? bracketed(value) : value}`
  })
  return { type: 'number', value: `(${parts.join('')})`, known: knownOf(values) } as const
}

/** A division by zero is 不适用 or wrong, never a number: the divisor is among what has to be known. */
function product(factors: Extract<Node, { kind: 'product' }>['factors'], excel: Excel): ExcelValue | undefined {
  const values = numbers(
    factors.map(({ node }) => node),
    excel,
  )
  if (values === undefined) return undefined
  let value = bracketed(values[0]?.value ?? '1')
  const known = [...knownOf(values)]
  for (const [at, factor] of factors.entries()) {
    const next = bracketed(values[at]?.value ?? '1')
    if (at === 0) continue
    if (factor.divide) known.push(`${next}<>0`)
    value = factor.divide ? `IF(${next}=0,0,${value}/${next})` : `${value}*${next}`
  }
  return { type: 'number', value, known }
}

function chosen(node: Extract<Node, { kind: 'case' }>, excel: Excel): ExcelValue | undefined {
  return node.branches.reduceRight<ExcelValue | undefined>((rest, { when, result }) => {
    const condition = excel.truth(when)
    const value = excel.value(result)
    if (condition === undefined || value === undefined || rest === undefined || rest.type !== value.type)
      return undefined
    const known = anyOf([allOf([condition.holds, ...value.known]), allOf([condition.fails, ...rest.known])])
    return { type: value.type, value: choose(condition.holds, value.value, rest.value), known: [known] }
  }, excel.value(node.otherwise))
}

function called({ fn, args }: Extract<Node, { kind: 'call' }>, excel: Excel): ExcelValue | undefined {
  const values = numbers(args, excel)
  const [first, second] = values ?? []
  if (values === undefined || first === undefined) return undefined
  const known = knownOf(values)
  const list = values.map(({ value }) => value).join(',')
  const number = (value: string): ExcelValue => ({ type: 'number', value, known })
  switch (fn) {
    case 'absolute':
      return number(`ABS(${first.value})`)
    case 'truncate':
      return number(`TRUNC(${tidy(first.value)})`)
    case 'floor':
      return number(`INT(${tidy(first.value)})`)
    case 'ceiling':
      return number(`(0-INT(0-${tidy(first.value)}))`)
    case 'round_half_up':
      return number(`ROUND(${tidy(first.value)},${second?.value ?? '0'})`)
    case 'total_of':
      return number(`SUM(${list})`)
    case 'mean_of':
      return number(`(SUM(${list})/${values.length})`)
    case 'maximum_of':
      return number(`MAX(${list})`)
    case 'minimum_of':
      return number(`MIN(${list})`)
    case 'median_of':
      return number(`MEDIAN(${list})`)
    default:
      return undefined
  }
}

/** Binary fractions leave noise that would tip a rounding over. */
const tidy = (value: string): string => `ROUND(${value},9)`
