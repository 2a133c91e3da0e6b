import type { Ast } from './ast.ts'
import type { Token } from './lexer.ts'
import { FormulaFault, type Span } from './problem.ts'

const MAX_NODES = 2_000
const MAX_DEPTH = 100

export const join = (a: Span, b: Span): Span => ({ start: a.start, end: b.end })

/** Walks along the tokens of a formula and keeps its bounds on size and depth. */
export class TokenCursor {
  private readonly tokens: readonly Token[]
  private at = 0
  private nodes = 0
  private depth = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  protected get token(): Token {
    const token = this.tokens[this.at] ?? this.tokens.at(-1)
    if (token === undefined) throw new FormulaFault('empty_formula', { start: 0, end: 0 })
    return token
  }

  protected next(): Token {
    const { token } = this
    if (token.kind !== 'end') this.at++
    return token
  }

  protected atEnd(): boolean {
    return this.token.kind === 'end'
  }

  protected is(text: string): boolean {
    return this.token.text === text && (this.token.kind === 'symbol' || this.token.kind === 'keyword')
  }

  protected take(text: string): Token | undefined {
    return this.is(text) ? this.next() : undefined
  }

  protected node<T extends Ast>(ast: T): T {
    if (++this.nodes > MAX_NODES) throw new FormulaFault('too_many_nodes', ast.span, { limit: MAX_NODES })
    return ast
  }

  protected nested<T>(span: Span, read: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new FormulaFault('too_deep', span, { limit: MAX_DEPTH })
    const result = read()
    this.depth--
    return result
  }

  protected unexpected(token: Token): FormulaFault {
    const before = this.tokens[this.at - 1]
    const glued = token.kind === 'symbol' && token.text === '(' && before?.kind === 'number'
    return new FormulaFault('unexpected_token', token.span, { text: token.text }, glued ? '相乘请写“×”' : undefined)
  }

  protected needOperand(operator: Token): void {
    const { kind, text, span } = this.token
    if (kind === 'end' || (kind === 'symbol' && [')', ']', ',', ';'].includes(text)))
      throw new FormulaFault('missing_operand', kind === 'end' ? operator.span : span, { text: operator.text })
  }

  protected lastEnd(): number {
    return this.tokens[this.at - 1]?.span.end ?? 0
  }

  /** The token after this one, which is not read yet. */
  protected get following(): Token | undefined {
    return this.tokens[this.at + 1]
  }
}
