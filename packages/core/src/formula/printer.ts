import type { Ast, NameAst, Qualifier } from './ast.ts'
import { isPlainName } from './parser.ts'

/** How tightly each node binds; a looser node inside a tighter place gets parentheses. */
function strengthOf(ast: Ast): number {
  switch (ast.kind) {
    case 'case':
      return 0
    case 'chain':
      return { or: 1, and: 2, sum: 5, product: 6 }[ast.level]
    case 'not':
      return 3
    case 'compare':
    case 'member':
      return 4
    case 'negate':
      return 7
    case 'number':
    case 'text':
    case 'date':
    case 'truth':
    case 'name':
    case 'qualified':
    case 'call':
    case 'list':
      return 9
  }
}

/** Gives a name node the text to print for it; undefined prints it as written. */
export type NameText = (name: NameAst) => readonly string[] | undefined

/** How a formula is printed besides its names: the canonical text is read back as the same formula, the reader's need not be. */
export interface Printing {
  /** Gives texts that stand in the place of some parts, such as numbers for names. */
  readonly instead?: ReadonlyMap<Ast, string>
  /** Factors that only take a unit off or put it on: to a reader they say nothing. */
  readonly silent?: ReadonlySet<Ast>
  /** Quotes as Chinese has them. */
  readonly curly?: boolean
}

const word = (name: string): string => (isPlainName(name) ? name : `「${name}」`)
const quoted = (text: string, curly: boolean): string => (curly ? `“${text}”` : `"${text.replaceAll('"', '""')}"`)

/** A product without its silent factors; what is left of one factor alone is that factor. */
function spoken(ast: Ast, silent: ReadonlySet<Ast> | undefined): Ast {
  if (silent === undefined || silent.size === 0 || ast.kind !== 'chain' || ast.level !== 'product') return ast
  const rest = ast.rest.filter(({ operand }) => !silent.has(operand))
  return rest.length === 0 ? spoken(ast.first, silent) : { ...ast, rest }
}

function printQualifier(qualifier: Qualifier, names: NameText, how: Printing): string {
  switch (qualifier.kind) {
    case 'filter': {
      const text = printAst(qualifier.condition, names, how)
      return text === '上年' || text === '上期' ? `(${text})` : text
    }
    case 'grain':
      return `按 ${word(qualifier.grain)}`
    case 'previous_year':
      return '上年'
    case 'previous_period':
      return '上期'
    case 'as_of':
      return `截至 ${qualifier.date}`
  }
}

/** Canonical Chinese text of a formula as written; reading it again gives the same tree. `how` may print it otherwise. */
export function printAst(written: Ast, names: NameText = () => undefined, how: Printing = {}): string {
  const print = (part: Ast): string => printAst(part, names, how)
  const inside = (part: Ast, atLeast: number): string =>
    strengthOf(spoken(part, how.silent)) < atLeast && how.instead?.has(part) !== true ? `(${print(part)})` : print(part)
  const given = how.instead?.get(written)
  if (given !== undefined) return given
  const ast = spoken(written, how.silent)
  if (ast !== written && how.instead?.has(ast) === true) return print(ast)
  switch (ast.kind) {
    case 'number':
      return ast.unit === undefined
        ? ast.text
        : /^[%‰]/.test(ast.unit)
          ? ast.text + ast.unit
          : `${ast.text} ${ast.unit}`
    case 'text':
      return quoted(ast.text, how.curly === true)
    case 'date':
      return ast.text
    case 'truth':
      return ast.value ? '真' : '假'
    case 'name':
      return (names(ast) ?? ast.path).map(word).join('.')
    case 'qualified':
      return `${print(ast.base)}[${ast.qualifiers.map((q) => printQualifier(q, names, how)).join(', ')}]`
    case 'call':
      return `${word(ast.name)}(${ast.args.map(print).join(', ')})`
    case 'list':
      return ast.items.length === 1 ? `[${ast.items.map(print).join()}]` : `(${ast.items.map(print).join(', ')})`
    case 'negate':
      return `-${inside(ast.operand, 8)}`
    case 'not':
      return `非 ${inside(ast.operand, 4)}`
    case 'chain': {
      const own = strengthOf(ast)
      const rest = ast.rest.map(({ operator, operand }) => ` ${operator} ${inside(operand, own + 1)}`)
      return inside(ast.first, own) + rest.join('')
    }
    case 'compare':
      return `${inside(ast.left, 5)} ${ast.operator} ${inside(ast.right, 5)}`
    case 'member':
      return `${inside(ast.left, 5)} 属于 ${inside(ast.right, 5)}`
    case 'case':
      return `情形 ${ast.branches.map(({ when, result }) => `${inside(when, 1)} → ${inside(result, 1)}; `).join('')}否则 ${inside(ast.otherwise, 1)}`
  }
}
