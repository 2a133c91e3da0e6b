import {
  type Ast,
  type CaseBranch,
  type ChainLevel,
  type ChainLink,
  type ChainOperator,
  type CompareOperator,
  chain,
  type NameAst,
  type Qualifier,
} from './ast.ts'
import { isKeyword, type Token, tokenize } from './lexer.ts'
import { FormulaFault, makeProblem, type Problem, type Span } from './problem.ts'
import { join, TokenCursor } from './token-cursor.ts'

const CHAINS: readonly { readonly level: ChainLevel; readonly operators: readonly ChainOperator[] }[] = [
  { level: 'or', operators: ['或'] },
  { level: 'and', operators: ['且'] },
  { level: 'sum', operators: ['+', '-'] },
  { level: 'product', operators: ['×', '÷'] },
]
const COMPARISONS: readonly CompareOperator[] = ['=', '≠', '<', '≤', '>', '≥']
const LITERALS = new Set(['text', 'number', 'date', 'truth'])

class Parser extends TokenCursor {
  whole(): Ast {
    if (this.atEnd()) throw new FormulaFault('empty_formula', this.token.span)
    const ast = this.expression()
    const { token } = this
    if (token.kind === 'end') return ast
    if (token.text === ')' || token.text === ']')
      throw new FormulaFault('unexpected_closing', token.span, { text: token.text })
    throw this.unexpected(token)
  }

  expression(): Ast {
    return this.chained(0)
  }

  private chained(index: number): Ast {
    const found = CHAINS[index]
    if (!found) return this.unary()
    const operand = (): Ast => (index === 1 ? this.negated() : this.chained(index + 1))
    const first = operand()
    const rest: ChainLink[] = []
    for (;;) {
      const operator = found.operators.find((candidate) => this.is(candidate))
      if (operator === undefined) break
      this.needOperand(this.next())
      rest.push({ operator, operand: operand() })
    }
    const last = rest.at(-1)
    return last ? this.node(chain(found.level, first, rest, join(first.span, last.operand.span))) : first
  }

  private negated(): Ast {
    const word = this.take('非')
    if (!word) return this.comparison()
    this.needOperand(word)
    const operand = this.comparison()
    return this.node({ kind: 'not', operand, span: join(word.span, operand.span) })
  }

  private comparison(): Ast {
    const left = this.chained(2)
    const operator = COMPARISONS.find((candidate) => this.is(candidate))
    const member = operator === undefined && this.is('属于')
    if (operator === undefined && !member) return left
    this.needOperand(this.next())
    const right = this.chained(2)
    if ([...COMPARISONS, '属于'].some((candidate) => this.is(candidate)))
      throw new FormulaFault('chained_comparison', this.token.span)
    const span = join(left.span, right.span)
    if (operator !== undefined) return this.node({ kind: 'compare', operator, left, right, span })
    const list: Ast = LITERALS.has(right.kind) ? this.node({ kind: 'list', items: [right], span: right.span }) : right
    return this.node({ kind: 'member', left, right: list, span })
  }

  private unary(): Ast {
    const minus = this.take('-')
    if (!minus) return this.postfix()
    this.needOperand(minus)
    const operand = this.postfix()
    return this.node({ kind: 'negate', operand, span: join(minus.span, operand.span) })
  }

  private postfix(): Ast {
    const base = this.primary()
    if (!this.is('[')) return base
    const opening = this.next()
    if (base.kind !== 'name') throw new FormulaFault('filter_on_value', opening.span, { name: '这个式子' })
    const qualifiers = this.nested(opening.span, () => this.qualifiers(opening))
    // 教师[专任].工资 is read as 教师.工资[专任]
    const column = this.is('.') ? this.dotted([...base.path], base.span) : base
    return this.node({
      kind: 'qualified',
      base: column,
      qualifiers,
      span: { start: base.span.start, end: this.lastEnd() },
    })
  }

  private qualifiers(opening: Token): readonly Qualifier[] {
    if (this.is(']')) throw new FormulaFault('empty_qualifier', opening.span)
    const list: Qualifier[] = []
    do list.push(this.qualifier())
    while (this.take(','))
    if (this.take(']')) return list
    if (this.atEnd()) throw new FormulaFault('unclosed_bracket', opening.span)
    throw this.unexpected(this.token)
  }

  private qualifier(): Qualifier {
    const { kind, text, span } = this.token
    const { following } = this
    const alone = following !== undefined && following.kind === 'symbol' && [']', ','].includes(following.text)
    if (kind === 'name' && (text === '上年' || text === '上期') && alone) {
      this.next()
      return { kind: text === '上年' ? 'previous_year' : 'previous_period', span }
    }
    if (kind === 'name' && text === '按' && following?.kind === 'name') {
      this.next()
      return { kind: 'grain', grain: this.next().text, span: join(span, following.span) }
    }
    if (kind === 'name' && text === '截至' && following?.kind === 'date') {
      this.next()
      return { kind: 'as_of', date: this.next().text, span: join(span, following.span) }
    }
    const condition = this.expression()
    return { kind: 'filter', condition, span: condition.span }
  }

  private primary(): Ast {
    const token = this.next()
    const { span } = token
    switch (token.kind) {
      case 'number':
        return this.node({
          kind: 'number',
          text: token.text,
          span,
          ...(token.unit !== undefined && { unit: token.unit }),
        })
      case 'date':
      case 'text':
        return this.node({ kind: token.kind, text: token.text, span })
      case 'name':
        return this.is('(') ? this.call(token) : this.node(this.dotted([token.text], span))
      case 'keyword':
        if (token.text === '真' || token.text === '假')
          return this.node({ kind: 'truth', value: token.text === '真', span })
        if (token.text === '情形') return this.nested(span, () => this.cases(token))
        if (this.is('.') || this.is('(')) throw new FormulaFault('keyword_as_name', span, { text: token.text })
        throw new FormulaFault('expected_expression', span, { text: token.text })
      case 'symbol':
        if (token.text === '(') return this.nested(span, () => this.parenthesis(token, ')', 'unclosed_parenthesis'))
        if (token.text === '[') return this.nested(span, () => this.parenthesis(token, ']', 'unclosed_bracket'))
        if (token.text === ')' || token.text === ']')
          throw new FormulaFault('unexpected_closing', span, { text: token.text })
        throw new FormulaFault('expected_expression', span, { text: token.text })
      case 'end':
        throw new FormulaFault('expected_expression', span, { text: '结尾' })
    }
  }

  private dotted(path: readonly string[], start: Span): NameAst {
    const parts = [...path]
    while (this.take('.')) {
      const part = this.next()
      if (part.kind !== 'name') throw new FormulaFault('missing_name_after_dot', part.span)
      parts.push(part.text)
    }
    return { kind: 'name', path: parts, span: { start: start.start, end: this.lastEnd() } }
  }

  private separated(
    closing: string,
    opening: Token,
    code: 'unclosed_parenthesis' | 'unclosed_bracket',
  ): readonly Ast[] {
    const items: Ast[] = []
    for (;;) {
      if (this.is(',') || (this.is(closing) && items.length > 0))
        throw new FormulaFault('empty_argument', this.token.span)
      if (this.atEnd()) throw new FormulaFault(code, opening.span)
      items.push(this.expression())
      if (this.take(',')) continue
      if (this.take(closing)) return items
      if (this.atEnd()) throw new FormulaFault(code, opening.span)
      throw this.token.kind === 'symbol'
        ? this.unexpected(this.token)
        : new FormulaFault('missing_comma', this.token.span)
    }
  }

  private parenthesis(opening: Token, closing: string, code: 'unclosed_parenthesis' | 'unclosed_bracket'): Ast {
    if (this.is(closing)) throw new FormulaFault('empty_list', join(opening.span, this.token.span))
    const items = this.separated(closing, opening, code)
    const [first] = items
    if (first && items.length === 1 && closing === ')') return first
    return this.node({ kind: 'list', items, span: { start: opening.span.start, end: this.lastEnd() } })
  }

  private call(name: Token): Ast {
    const opening = this.next()
    const args = this.nested(opening.span, () =>
      this.take(')') ? [] : this.separated(')', opening, 'unclosed_parenthesis'),
    )
    return this.node({ kind: 'call', name: name.text, args, span: { start: name.span.start, end: this.lastEnd() } })
  }

  private cases(word: Token): Ast {
    const branches: CaseBranch[] = []
    while (!this.is('否则')) {
      if (this.atEnd() || this.is(')')) throw new FormulaFault('case_without_else', word.span)
      const when = this.expression()
      if (!this.take('→')) throw new FormulaFault('case_without_arrow', when.span)
      const result = this.expression()
      branches.push({ when, result })
      if (this.take(';') || this.is('否则')) continue
      throw new FormulaFault(
        this.atEnd() || this.is(')') ? 'case_without_else' : 'case_without_separator',
        this.token.span,
      )
    }
    const otherwiseWord = this.next()
    if (branches.length === 0) throw new FormulaFault('case_without_branch', word.span)
    this.needOperand(otherwiseWord)
    const otherwise = this.expression()
    return this.node({ kind: 'case', branches, otherwise, span: join(word.span, otherwise.span) })
  }
}

export interface ParseResult {
  readonly ast?: Ast
  readonly problems: readonly Problem[]
}

/** Reads a formula. Either `ast` is there or `problems` holds the first mistake; it never throws for bad text. */
export function parse(source: string): ParseResult {
  try {
    return { ast: new Parser(tokenize(source)).whole(), problems: [] }
  } catch (fault) {
    if (!(fault instanceof FormulaFault)) throw fault
    return { problems: [makeProblem(source, fault.span, fault.code, fault.details, fault.suggestion)] }
  }
}

/** True when a name can be written without 「」. */
export const isPlainName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !isKeyword(name)
