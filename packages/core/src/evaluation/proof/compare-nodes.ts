import { type Node, printAst, Rational, rational } from '../../formula/index.ts'
import { compareAggregates } from './compare-aggregates.ts'
import { compareComparisons, compareMembers } from './compare-comparisons.ts'
import { compareFilters } from './compare-filters.ts'
import type { Compared } from './compared.ts'
import { type Delta, either, flip, isSame, ofSign, SAME, together, UNKNOWN } from './delta.ts'
import { isNotNegative, isPositive } from './range-of.ts'

/** How a formula stands after a change against how it stood before: by its shape, and by what came of its names. */
export function compareNodes(before: Node, after: Node, all: Compared): Delta {
  if (before.kind === 'logic' || after.kind === 'logic') return compareLogic(before, after, all)
  const compared = compareAlike(before, after, all)
  return compared ?? byRange(before, after, all)
}

/** The programs of one formula before and after; one with mistakes cannot be compared. */
export function comparePrograms(
  before: { readonly expression: { readonly node: Node } | undefined } | undefined,
  after: { readonly expression: { readonly node: Node } | undefined } | undefined,
  all: Compared,
): Delta {
  if (before === undefined && after === undefined) return SAME
  if (before?.expression === undefined || after?.expression === undefined) return all.doubt('公式的有无变了')
  return compareNodes(before.expression.node, after.expression.node, all)
}

function compareAlike(before: Node, after: Node, all: Compared): Delta | undefined {
  const inner = (b: Node, a: Node): Delta => compareNodes(b, a, all)
  if ((before.kind === 'compare' || before.kind === 'member') && (after.kind === 'compare' || after.kind === 'member'))
    return before.kind === 'compare' && after.kind === 'compare'
      ? compareComparisons(before, after, all, inner)
      : compareMembers(before, after, all, inner)
  switch (before.kind) {
    case 'constant':
      return after.kind === 'constant' ? compareConstants(before, after, all) : undefined
    case 'scalar':
      return after.kind === 'scalar' && isSameSymbol(before, after) ? all.symbol(before.symbol.id) : undefined
    case 'column':
      return after.kind === 'column' && before.rowset.id === after.rowset.id && before.column.id === after.column.id
        ? all.column(before.rowset.id, before.column.id)
        : undefined
    case 'lookup': {
      if (after.kind !== 'lookup' || JSON.stringify(before.shifts) !== JSON.stringify(after.shifts)) return undefined
      const chosen = compareFilters(before.filter, after.filter, inner)
      return isSame(chosen) ? inner(before.cell, after.cell) : all.doubt('选取的行变了')
    }
    case 'aggregate':
      return after.kind === 'aggregate' ? compareAggregates(before, after, all, inner) : undefined
    case 'scale':
      return after.kind === 'scale' && rational.equals(before.factor, after.factor) && rational.sign(after.factor) > 0
        ? inner(before.operand, after.operand)
        : undefined
    case 'negate':
    case 'not':
      return after.kind === before.kind ? flip(inner(before.operand, after.operand)) : undefined
    case 'sum':
      return after.kind === 'sum' ? compareSums(before, after, inner) : undefined
    case 'product':
      return after.kind === 'product' ? compareProducts(before, after, all, inner) : undefined
    case 'case':
      return after.kind === 'case' ? compareCases(before, after, all, inner) : undefined
    case 'call':
      return after.kind === 'call' && before.fn === after.fn ? compareCalls(before, after, all, inner) : undefined
    case 'logic':
    case 'compare':
    case 'member':
      return undefined
  }
}

type Inner = (before: Node, after: Node) => Delta
type Of<Kind extends Node['kind']> = Node & { readonly kind: Kind }

const isSameSymbol = (a: Of<'scalar'>, b: Of<'scalar'>): boolean =>
  a.symbol.id === b.symbol.id && JSON.stringify(a.shifts) === JSON.stringify(b.shifts)

function compareConstants(before: Of<'constant'>, after: Of<'constant'>, all: Compared): Delta {
  const [b, a] = [before.value.content, after.value.content]
  if (b instanceof Rational && a instanceof Rational) return ofSign(rational.compare(a, b))
  if (typeof b === 'boolean' && typeof a === 'boolean') return ofSign(Number(a) - Number(b))
  return JSON.stringify(b) === JSON.stringify(a) ? SAME : all.doubt('写在公式里的词变了')
}

/**
 * Operands of a chain are matched by their text, the rest in their order. One more 且 can only lower, one more 或 only
 * raise.
 */
function compareLogic(before: Node, after: Node, all: Compared): Delta {
  const operator = (after.kind === 'logic' ? after : before.kind === 'logic' ? before : undefined)?.operator ?? 'and'
  const mixed = before.kind === 'logic' && after.kind === 'logic' && before.operator !== after.operator
  if (mixed) return compareMixed(before, after, all)
  const operandsOf = (node: Node): readonly Node[] =>
    node.kind === 'logic' && node.operator === operator ? node.operands : [node]
  const { matched, gone, come } = matchOperands(operandsOf(before), operandsOf(after))
  const same = matched.map(([old, now]) => compareNodes(old, now, all))
  const paired = gone.slice(0, come.length).map((node, at) => compareNodes(node, come[at] ?? node, all))
  const more = come.length - gone.length
  const falls = operator === 'and' ? more > 0 : more < 0
  const extra: Delta = more === 0 ? SAME : new Set(['same', falls ? 'down' : 'up'])
  return together(...same, ...paired, extra)
}

interface Matching {
  readonly matched: readonly (readonly [Node, Node])[]
  readonly gone: readonly Node[]
  readonly come: readonly Node[]
}

/** One text may stand for several operands (学历 ≥ 本科 is one of several codes): each is matched once. */
function matchOperands(old: readonly Node[], now: readonly Node[]): Matching {
  const come = [...now]
  const matched: (readonly [Node, Node])[] = []
  const gone: Node[] = []
  for (const node of old) {
    const at = come.findIndex((one) => keyOf(one) === keyOf(node))
    const [found] = at === -1 ? [] : come.splice(at, 1)
    if (found === undefined) gone.push(node)
    else matched.push([node, found])
  }
  return { matched, gone, come }
}

/** A 且 B after A 或 …: where one operand of both is the same, the 且 is the stricter. */
function compareMixed(before: Of<'logic'>, after: Of<'logic'>, all: Compared): Delta {
  const shared = before.operands.some((one) =>
    after.operands.some((other) => keyOf(one) === keyOf(other) && isSame(compareNodes(one, other, all))),
  )
  if (!shared) return all.doubt('“且”“或”的结构变了')
  return new Set(['same', after.operator === 'and' ? 'down' : 'up'])
}

const keyOf = (node: Node): string => printAst(node.ast)

function compareSums(before: Of<'sum'>, after: Of<'sum'>, inner: Inner): Delta | undefined {
  if (before.terms.length !== after.terms.length) return undefined
  const deltas: Delta[] = []
  for (const [at, { negative, node }] of before.terms.entries()) {
    const other = after.terms[at]
    if (other === undefined || other.negative !== negative) return undefined
    const delta = inner(node, other.node)
    deltas.push(negative ? flip(delta) : delta)
  }
  return together(...deltas)
}

/** Only where nothing is negative does a product rise with each factor and fall with each divisor. */
function compareProducts(before: Of<'product'>, after: Of<'product'>, all: Compared, inner: Inner): Delta | undefined {
  if (before.factors.length !== after.factors.length) return undefined
  const pairs = before.factors.map((factor, at) => ({ factor, other: after.factors[at] ?? factor }))
  if (pairs.some(({ factor, other }) => factor.divide !== other.divide)) return undefined
  const deltas = pairs.map(({ factor, other }) => inner(factor.node, other.node))
  if (deltas.every(isSame)) return SAME
  const isFit = pairs.every(({ factor, other }, at) => {
    const ranges = [all.range(factor.node), all.range(other.node)]
    const isChanged = !isSame(deltas[at] ?? UNKNOWN)
    return ranges.every(factor.divide && isChanged ? isPositive : isNotNegative)
  })
  if (!isFit) return all.doubt('乘除的数可能为负或为零，升降方向不定')
  return together(
    ...pairs.map(({ factor }, at) => (factor.divide ? flip(deltas[at] ?? UNKNOWN) : (deltas[at] ?? UNKNOWN))),
  )
}

/** The same branch is taken where no condition changed; else the results must fall from branch to branch. */
function compareCases(before: Of<'case'>, after: Of<'case'>, all: Compared, inner: Inner): Delta | undefined {
  if (before.branches.length !== after.branches.length) return undefined
  const whens = before.branches.map(({ when }, at) => inner(when, after.branches[at]?.when ?? when))
  const results = [
    ...before.branches.map(({ result }, at) => inner(result, after.branches[at]?.result ?? result)),
    inner(before.otherwise, after.otherwise),
  ]
  if (whens.every(isSame)) return either(...results)
  const rungs = [...after.branches.map(({ result }) => result), after.otherwise]
  const falls = rungs.slice(1).every((rung, at) => isAtLeast(rungs[at] ?? rung, rung, all))
  return falls ? together(...whens, either(...results)) : all.doubt('分情形的条件变了，各情形的结果不是从高到低')
}

function isAtLeast(upper: Node, lower: Node, all: Compared): boolean {
  if (upper.kind === 'constant' && lower.kind === 'constant' && typeof upper.value.content === 'boolean')
    return upper.value.content || lower.value.content === false
  const [{ low }, { high }] = [all.range(upper), all.range(lower)]
  return low !== undefined && high !== undefined && rational.compare(low, high) >= 0
}

const rising = new Set(['maximum_of', 'minimum_of', 'total_of', 'mean_of', 'median_of', 'any_of', 'all_of'])
const rounding = new Set(['ceiling', 'floor', 'truncate', 'round_half_up', 'round_half_even'])

function compareCalls(before: Of<'call'>, after: Of<'call'>, all: Compared, inner: Inner): Delta | undefined {
  if (before.args.length !== after.args.length) return undefined
  const deltas = before.args.map((arg, at) => inner(arg, after.args[at] ?? arg))
  if (deltas.every(isSame)) return SAME
  if (rising.has(before.fn)) return together(...deltas)
  if (rounding.has(before.fn) && deltas.slice(1).every(isSame)) return deltas[0]
  return all.doubt(`函数的结果不随数值单向升降：${keyOf(after)}`)
}

/** Formulas of different shape: numbers that lie apart can still be told. */
function byRange(before: Node, after: Node, all: Compared): Delta {
  const [b, a] = [all.range(before), all.range(after)]
  if (a.low !== undefined && b.high !== undefined && rational.compare(a.low, b.high) >= 0)
    return new Set(['same', 'up'])
  if (a.high !== undefined && b.low !== undefined && rational.compare(a.high, b.low) <= 0)
    return new Set(['same', 'down'])
  return all.doubt('公式换了写法，比不出高低')
}
