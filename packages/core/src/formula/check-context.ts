import type { Ast, NameAst } from './ast.ts'
import type { Details, ProblemCode } from './errors.ts'
import type { ColumnNode, Node, ZeroPolicy } from './ir.ts'
import { failed, known } from './make-value.ts'
import { makeProblem, type Problem, type Span } from './problem.ts'
import type { RowsetSymbol, Scope, ValueType } from './scope.ts'
import type { Unit } from './units.ts'
import type { Content } from './value.ts'

/** A checked part. `type` is undefined after a mistake, which then is not reported twice. `unit` undefined: a bare number. */
export interface Typed {
  readonly node: Node
  readonly type: ValueType | undefined
  readonly unit: Unit | undefined
}

/** Names that the rows of one set offer, while a filter or the content of an aggregate is checked. */
export interface RowContext {
  readonly rowset: RowsetSymbol
}

export interface CheckContext {
  readonly source: string
  readonly scope: Scope
  readonly zero: ZeroPolicy | undefined
  readonly allowAggregates: boolean
  readonly problems: Problem[]
  /** Title and id paths of the resolved names, by their node. */
  readonly titles: Map<NameAst, readonly string[]>
  readonly ids: Map<NameAst, readonly string[]>
  /** Factors `1 …` that change the unit and not the number. */
  readonly silent: Set<Ast>
  readonly scalars: Set<string>
  readonly rowsets: Map<string, Set<string>>
  /** First division whose denominator may be zero. */
  division: Span | undefined
  /** First division by a zero that stands in the formula. */
  zeroDivision: Span | undefined
  /** Checks one part; set by the dispatcher so that the parts need not import it. */
  readonly visit: (ast: Ast, row: RowContext | undefined) => Typed
  /** The applicability predicate of a column, checked once. */
  readonly applicability: (rowset: RowsetSymbol, column: ColumnNode['column'], at: Span) => Node | undefined
}

export function report(
  context: CheckContext,
  at: Ast | Span,
  code: ProblemCode,
  details: Details = {},
  suggestion?: string,
): void {
  const span = 'span' in at ? at.span : at
  context.problems.push(makeProblem(context.source, span, code, details, suggestion))
}

export const poison = (ast: Ast): Typed => ({
  node: { kind: 'constant', value: failed([]), ast },
  type: undefined,
  unit: undefined,
})

export function fault(
  context: CheckContext,
  ast: Ast,
  code: ProblemCode,
  details: Details = {},
  suggestion?: string,
): Typed {
  report(context, ast, code, details, suggestion)
  return poison(ast)
}

export const constant = (ast: Ast, content: Content): Node => ({ kind: 'constant', value: known(content), ast })

export const TYPE_TITLES = { number: '数字', text: '文字', truth: '是非', date: '日期', list: '列表' } as const

export const titleOf = (type: ValueType | undefined): string => (type === undefined ? '不明' : TYPE_TITLES[type])

/** Reports and returns false when the part is not of the type it must be. */
export function requireType(context: CheckContext, part: Typed, type: ValueType, name: string): boolean {
  if (part.type === undefined || part.type === type) return true
  report(context, part.node.ast, 'type_mismatch', { name, expected: TYPE_TITLES[type], actual: titleOf(part.type) })
  return false
}
