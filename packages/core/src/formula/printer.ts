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

const word = (name: string): string => (isPlainName(name) ? name : `「${name}」`)
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

function printQualifier(qualifier: Qualifier, names: NameText): string {
  switch (qualifier.kind) {
    case 'filter': {
      const text = printAst(qualifier.condition, names)
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

/**
 * Canonical Chinese text of a formula as written; reading it again gives the same tree. `instead` puts another text
 * in the place of some parts, such as numbers for names.
 */
export function printAst(
  ast: Ast,
  names: NameText = () => undefined,
  instead: ReadonlyMap<Ast, string> = new Map(),
): string {
  const print = (part: Ast): string => printAst(part, names, instead)
  const inside = (part: Ast, atLeast: number): string =>
    strengthOf(part) < atLeast && !instead.has(part) ? `(${print(part)})` : print(part)
  const given = instead.get(ast)
  if (given !== undefined) return given
  switch (ast.kind) {
    case 'number':
      return ast.unit === undefined
        ? ast.text
        : /^[%‰]/.test(ast.unit)
          ? ast.text + ast.unit
          : `${ast.text} ${ast.unit}`
    case 'text':
      return quoted(ast.text)
    case 'date':
      return ast.text
    case 'truth':
      return ast.value ? '真' : '假'
    case 'name':
      return (names(ast) ?? ast.path).map(word).join('.')
    case 'qualified':
      return `${print(ast.base)}[${ast.qualifiers.map((q) => printQualifier(q, names)).join(', ')}]`
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
