import type { CompareOperator } from '../ast.ts'
import { compileNode } from '../compile.ts'
import type { Environment } from '../environment.ts'
import { FUNCTIONS } from '../functions.ts'
import type { Expression, Node, Shift } from '../ir.ts'
import { printAst } from '../printer.ts'
import { NumberTooLarge, Rational } from '../rational.ts'
import type { ValueType } from '../scope.ts'
import type { Value } from '../value.ts'
import {
  bothPossible,
  compareSpans,
  eitherPossible,
  FALSE,
  notPossible,
  type Possible,
  possibleOf,
} from './possible.ts'
import { type Span, spanOf } from './span.ts'
import { addSpans, divSpans, mapSpans, mulSpans, negateSpan, subSpans } from './span-arithmetic.ts'
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

  constructor(places: Places) {
    this.places = places
  }

  /** Places where the formula is false or may be, in order; everywhere else it is true or has no content. */
  suspects(expression: Expression): readonly number[] {
    const possible = this.truth(expression.node)
    const found: number[] = []
    for (const [at, set] of possible.entries()) if ((set & FALSE) !== 0) found.push(at)
    return found
  }

  private truth(node: Node): Possible {
    switch (node.kind) {
      case 'logic': {
        const combine = node.operator === 'and' ? bothPossible : eitherPossible
        return node.operands.map((operand) => this.truth(operand)).reduce(combine)
      }
      case 'not':
        return notPossible(this.truth(node.operand))
      case 'compare':
        return this.compare(node.operator, node.left, node.right) ?? this.possible(node)
      case 'member':
        return typeOf(node.left) === 'text' && node.right.kind === 'constant'
          ? memberOf(this.textsAt(node.left), node.right.value, this.words)
          : this.possible(node)
      case 'call':
        return this.truthCall(node) ?? this.possible(node)
      default:
        return this.possible(node)
    }
  }

  private compare(operator: CompareOperator, left: Node, right: Node): Possible | undefined {
    const type = typeOf(left)
    if (type === 'number') return compareSpans(operator, this.number(left), this.number(right))
    if (type === 'text' && (operator === '=' || operator === '≠'))
      return compareTexts(operator, this.textsAt(left), this.textsAt(right))
    return undefined
  }

  private truthCall(node: Extract<Node, { kind: 'call' }>): Possible | undefined {
    const [a, b, c] = node.args
    switch (node.fn) {
      case 'any_of':
        return node.args.map((arg) => this.truth(arg)).reduce(eitherPossible)
      case 'all_of':
        return node.args.map((arg) => this.truth(arg)).reduce(bothPossible)
      case 'is_reported':
        return a && reportedOf(this.number(a))
      case 'between': {
        if (!a || !b || !c) return undefined
        const inside = this.number(a)
        return bothPossible(compareSpans('≥', inside, this.number(b)), compareSpans('≤', inside, this.number(c)))
      }
      case 'close_to':
        return a && b && c && compareSpans('≤', absolute(subSpans(this.number(a), this.number(b))), this.number(c))
      default:
        return undefined
    }
  }

  private number(node: Node): Span {
    switch (node.kind) {
      case 'sum':
        return node.terms
          .map((term) => (term.negative ? negateSpan(this.number(term.node)) : this.number(term.node)))
          .reduce(addSpans)
      case 'product':
        return this.product(node)
      case 'scale':
        return mulSpans(this.number(node.operand), this.constant(node.factor))
      case 'negate':
        return negateSpan(this.number(node.operand))
      case 'case':
        return node.branches.reduceRight(
          (rest, branch) => caseSpan(this.truth(branch.when), this.number(branch.result), rest),
          this.number(node.otherwise),
        )
      case 'call':
        return this.numberCall(node) ?? this.span(node)
      default:
        return this.span(node)
    }
  }

  private product(node: Extract<Node, { kind: 'product' }>): Span {
    let total: Span | undefined
    for (const { divide, node: part } of node.factors) {
      const next = this.number(part)
      total = total === undefined ? next : divide ? divSpans(total, next) : mulSpans(total, next)
    }
    return total ?? this.span(node)
  }

  private numberCall(node: Extract<Node, { kind: 'call' }>): Span | undefined {
    const operands = (): readonly Span[] => node.args.map((arg) => this.number(arg))
    switch (node.fn) {
      case 'absolute':
        return operands().map(absolute)[0]
      case 'total_of':
        return operands().reduce(addSpans)
      case 'maximum_of':
        return mapSpans(operands(), (numbers) => Math.max(...numbers))
      case 'minimum_of':
        return mapSpans(operands(), (numbers) => Math.min(...numbers))
      default:
        return undefined
    }
  }

  private constant(number: Rational): Span {
    return spanOf(Array.from({ length: this.places.size }, () => ({ status: 'known', content: number, causes: [] })))
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
    return remember(this.spans, keyOf(node), (key) => spanOf(this.read(node, key)))
  }

  private possible(node: Node): Possible {
    return remember(this.possibles, keyOf(node), (key) => possibleOf(this.read(node, key)))
  }

  private textsAt(node: Node): Texts {
    return remember(this.texts, keyOf(node), (key) => textsOf(this.read(node, key), this.words))
  }
}

const absolute = (span: Span): Span => mapSpans([span], ([x]) => Math.abs(x ?? 0))

function remember<T>(kept: Map<string, T>, key: string, make: (key: string) => T): T {
  const made = kept.get(key)
  if (made !== undefined) return made
  const value = make(key)
  kept.set(key, value)
  return value
}

const shiftKey = (shifts: readonly Shift[]): string =>
  shifts.map(({ kind, detail }) => `${kind} ${detail ?? ''}`).join()

/** Parts with one key have one meaning at the same places. */
function keyOf(node: Node): string {
  switch (node.kind) {
    case 'scalar':
      return `scalar ${node.symbol.id}|${shiftKey(node.shifts)}`
    case 'lookup':
      return node.filter === undefined
        ? `lookup ${node.cell.rowset.id}|${node.cell.column.id}|${shiftKey(node.shifts)}`
        : `formula ${printAst(node.ast)}`
    case 'aggregate':
      return `aggregate ${node.key}|${shiftKey(node.shifts)}`
    default:
      return `formula ${node.kind} ${printAst(node.ast)}`
  }
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
