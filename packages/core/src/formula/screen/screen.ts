import { compileNode } from '../compile.ts'
import type { Environment } from '../environment.ts'
import { FUNCTIONS } from '../functions.ts'
import type { Expression, Node } from '../ir.ts'
import { known } from '../make-value.ts'
import { equals, NumberTooLarge, ONE, Rational } from '../rational.ts'
import { toJson } from '../rational-text.ts'
import type { ValueType } from '../scope.ts'
import type { Value } from '../value.ts'
import { nodeKey } from './node-key.ts'
import {
  bothPossible,
  compareSpans,
  eitherPossible,
  FALSE,
  notPossible,
  type Possible,
  possibleOf,
} from './possible.ts'
import { Scratch } from './scratch.ts'
import { type Span, spanOf } from './span.ts'
import { addSpans, divSpans, mapSpans, mulSpans, negateSpan, subSpans, survivesOne } from './span-arithmetic.ts'
import { caseSpan, reportedOf } from './span-choice.ts'
import { compareTexts, memberOf, type Texts, textsOf } from './texts.ts'

/** The places where one formula after another is asked: the rows of a register or the subjects of a grain. */
export interface Places {
  readonly size: number
  environment(index: number): Environment
}

/**
 * Tells for many places at once where a truth formula may be false, working on whole columns of plain numbers. It has
 * no meaning of its own: what is not sure here is asked of the compiled formula. Cells are read once for all formulas.
 */
export class Screen {
  private readonly places: Places
  private readonly cells = new Map<string, readonly (Value | undefined)[]>()
  private readonly spans = new Map<string, Span>()
  private readonly possibles = new Map<string, Possible>()
  private readonly texts = new Map<string, Texts>()
  private readonly words = new Map<string, number>()

  private readonly scratch: Scratch

  constructor(places: Places) {
    this.places = places
    this.scratch = new Scratch(places.size)
  }

  /** Places where the formula is false or may be, in order; everywhere else it is true or has no content. */
  suspects(expression: Expression): readonly number[] {
    this.scratch.clear()
    const possible = this.truth(expression.node)
    const found: number[] = []
    for (const [at, set] of possible.entries()) if ((set & FALSE) !== 0) found.push(at)
    return found
  }

  private truth(node: Node): Possible {
    switch (node.kind) {
      case 'logic': {
        const operands = node.operands.map((operand) => this.truth(operand))
        return node.operator === 'and' ? this.all(operands) : this.any(operands)
      }
      case 'not':
        return notPossible(this.scratch, this.truth(node.operand))
      case 'compare':
        return this.compare(node) ?? this.possible(node)
      case 'member':
        return typeOf(node.left) === 'text' && node.right.kind === 'constant'
          ? this.member(node.left, node.right.value, nodeKey(node))
          : this.possible(node)
      case 'call':
        return this.truthCall(node) ?? this.possible(node)
      default:
        return this.possible(node)
    }
  }

  private readonly all = (sets: readonly Possible[]): Possible =>
    sets.reduce((a, b) => bothPossible(this.scratch, a, b))
  private readonly any = (sets: readonly Possible[]): Possible =>
    sets.reduce((a, b) => eitherPossible(this.scratch, a, b))

  private member(left: Node, list: Value, key: string): Possible {
    return remember(this.possibles, key, () => memberOf(this.textsAt(left), list, this.words))
  }

  private compare(node: Extract<Node, { kind: 'compare' }>): Possible | undefined {
    const { operator, left, right } = node
    const type = typeOf(left)
    if (type === 'number') return compareSpans(this.scratch, operator, this.number(left), this.number(right))
    if (type !== 'text' || (operator !== '=' && operator !== '≠')) return undefined
    return remember(this.possibles, nodeKey(node), () =>
      compareTexts(operator, this.textsAt(left), this.textsAt(right)),
    )
  }

  private truthCall(node: Extract<Node, { kind: 'call' }>): Possible | undefined {
    const [a, b, c] = node.args
    const { scratch } = this
    switch (node.fn) {
      case 'any_of':
        return this.any(node.args.map((arg) => this.truth(arg)))
      case 'all_of':
        return this.all(node.args.map((arg) => this.truth(arg)))
      case 'is_reported':
        return a && reportedOf(this.number(a))
      case 'between': {
        if (!a || !b || !c) return undefined
        const inside = this.number(a)
        return bothPossible(
          scratch,
          compareSpans(scratch, '≥', inside, this.number(b)),
          compareSpans(scratch, '≤', inside, this.number(c)),
        )
      }
      case 'close_to': {
        if (!a || !b || !c) return undefined
        const apart = this.absolute(subSpans(scratch, this.number(a), this.number(b)))
        return compareSpans(scratch, '≤', apart, this.number(c))
      }
      default:
        return undefined
    }
  }

  private number(node: Node): Span {
    switch (node.kind) {
      case 'sum':
        return this.sum(node.terms.map((term) => (term.negative ? this.negated(term.node) : this.number(term.node))))
      case 'product':
        return this.product(node)
      case 'scale':
        return mulSpans(this.scratch, this.number(node.operand), this.constant(node.factor))
      case 'negate':
        return this.negated(node.operand)
      case 'case':
        return node.branches.reduceRight(
          (rest, branch) => caseSpan(this.scratch, this.truth(branch.when), this.number(branch.result), rest),
          this.number(node.otherwise),
        )
      case 'call':
        return this.numberCall(node) ?? this.span(node)
      default:
        return this.span(node)
    }
  }

  private readonly sum = (spans: readonly Span[]): Span => spans.reduce((a, b) => addSpans(this.scratch, a, b))
  private readonly negated = (node: Node): Span => negateSpan(this.scratch, this.number(node))
  private readonly absolute = (span: Span): Span => mapSpans(this.scratch, [span], ([x]) => Math.abs(x ?? 0))

  private product(node: Extract<Node, { kind: 'product' }>): Span {
    let total: Span | undefined
    for (const { divide, node: part } of node.factors) {
      if (total === undefined) total = this.number(part)
      else if (!isOne(part) || !survivesOne(total))
        total = divide
          ? divSpans(this.scratch, total, this.number(part))
          : mulSpans(this.scratch, total, this.number(part))
    }
    return total ?? this.span(node)
  }

  private numberCall(node: Extract<Node, { kind: 'call' }>): Span | undefined {
    const operands = (): readonly Span[] => node.args.map((arg) => this.number(arg))
    switch (node.fn) {
      case 'absolute':
        return operands().map(this.absolute)[0]
      case 'total_of':
        return this.sum(operands())
      case 'maximum_of':
        return mapSpans(this.scratch, operands(), (numbers) => Math.max(...numbers))
      case 'minimum_of':
        return mapSpans(this.scratch, operands(), (numbers) => Math.min(...numbers))
      default:
        return undefined
    }
  }

  private constant(number: Rational): Span {
    const value = known(number)
    return remember(this.spans, toJson(number), () => spanOf(Array.from({ length: this.places.size }, () => value)))
  }

  /** What the formula language itself says of a part, read once for each way of writing it. */
  private read(node: Node, key: string): readonly (Value | undefined)[] {
    const made = this.cells.get(key)
    if (made !== undefined) return made
    const run = compileNode(node)
    const values = Array.from({ length: this.places.size }, (_, at) => {
      try {
        return run(this.places.environment(at), undefined)
      } catch (refusal) {
        if (refusal instanceof NumberTooLarge) return undefined
        throw refusal
      }
    })
    this.cells.set(key, values)
    return values
  }

  private span(node: Node): Span {
    if (node.kind === 'constant' && node.value.content instanceof Rational) return this.constant(node.value.content)
    return remember(this.spans, nodeKey(node), (key) => spanOf(this.read(node, key)))
  }

  private possible(node: Node): Possible {
    return remember(this.possibles, nodeKey(node), (key) => possibleOf(this.read(node, key)))
  }

  private textsAt(node: Node): Texts {
    return remember(this.texts, nodeKey(node), (key) => textsOf(this.read(node, key), this.words))
  }
}

const isOne = (node: Node): boolean =>
  node.kind === 'constant' && node.value.content instanceof Rational && equals(node.value.content, ONE)

function remember<T>(kept: Map<string, T>, key: string, make: (key: string) => T): T {
  const made = kept.get(key)
  if (made !== undefined) return made
  const value = make(key)
  kept.set(key, value)
  return value
}

function typeOf(node: Node): ValueType | undefined {
  switch (node.kind) {
    case 'constant': {
      const { content } = node.value
      if (content instanceof Rational) return 'number'
      return typeof content === 'string' ? 'text' : typeof content === 'boolean' ? 'truth' : undefined
    }
    case 'scalar':
      return node.symbol.type
    case 'lookup':
      return node.cell.column.type
    case 'column':
      return node.column.type
    case 'sum':
    case 'product':
    case 'scale':
    case 'negate':
      return 'number'
    case 'call':
      return FUNCTIONS[node.fn].result
    case 'case':
      return typeOf(node.otherwise)
    case 'aggregate':
      return node.fn === 'any' || node.fn === 'all' || node.fn === 'exists' ? 'truth' : 'number'
    case 'logic':
    case 'not':
    case 'compare':
    case 'member':
      return 'truth'
  }
}
