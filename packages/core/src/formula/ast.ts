import type { Span } from './problem.ts'

export type SumOperator = '+' | '-'
export type ProductOperator = '×' | '÷'
export type CompareOperator = '=' | '≠' | '<' | '≤' | '>' | '≥'
export type ChainLevel = 'or' | 'and' | 'sum' | 'product'
export type ChainOperator = '或' | '且' | SumOperator | ProductOperator

interface Placed {
  readonly span: Span
}

export interface NumberAst extends Placed {
  readonly kind: 'number'
  /** Decimal text as written, without unit. */
  readonly text: string
  readonly unit?: string
}
export interface NameAst extends Placed {
  readonly kind: 'name'
  readonly path: readonly string[]
}
export interface ChainLink {
  readonly operator: ChainOperator
  readonly operand: Ast
}
/** Operands of one level of precedence, left to right; a long sum is one node, however long. */
export interface ChainAst extends Placed {
  readonly kind: 'chain'
  readonly level: ChainLevel
  readonly first: Ast
  readonly rest: readonly ChainLink[]
}
export interface CaseBranch {
  readonly when: Ast
  readonly result: Ast
}
export type Qualifier =
  | { readonly kind: 'filter'; readonly condition: Ast; readonly span: Span }
  | { readonly kind: 'grain'; readonly grain: string; readonly span: Span }
  | { readonly kind: 'previous_year' | 'previous_period'; readonly span: Span }
  | { readonly kind: 'as_of'; readonly date: string; readonly span: Span }

export interface QualifiedAst extends Placed {
  readonly kind: 'qualified'
  readonly base: NameAst
  readonly qualifiers: readonly Qualifier[]
}
export interface CallAst extends Placed {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Ast[]
}

/** A formula as written, before its names are known. */
export type Ast =
  | NumberAst
  | NameAst
  | ChainAst
  | QualifiedAst
  | CallAst
  | (Placed & { readonly kind: 'text' | 'date'; readonly text: string })
  | (Placed & { readonly kind: 'truth'; readonly value: boolean })
  | (Placed & { readonly kind: 'list'; readonly items: readonly Ast[] })
  | (Placed & { readonly kind: 'negate' | 'not'; readonly operand: Ast })
  | (Placed & { readonly kind: 'compare'; readonly operator: CompareOperator; readonly left: Ast; readonly right: Ast })
  | (Placed & { readonly kind: 'member'; readonly left: Ast; readonly right: Ast })
  | (Placed & { readonly kind: 'case'; readonly branches: readonly CaseBranch[]; readonly otherwise: Ast })

/** Joins one more operand. A chain of the same level on the left is continued: a + b + c is (a + b) + c. */
export function chain(level: ChainLevel, first: Ast, rest: readonly ChainLink[], span: Span): Ast {
  if (rest.length === 0) return first
  if (first.kind === 'chain' && first.level === level)
    return { kind: 'chain', level, first: first.first, rest: [...first.rest, ...rest], span }
  return { kind: 'chain', level, first, rest, span }
}

/** The direct parts of a node, for walks that do not care about its kind. */
export function partsOf(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'number':
    case 'text':
    case 'date':
    case 'truth':
    case 'name':
      return []
    case 'negate':
    case 'not':
      return [ast.operand]
    case 'chain':
      return [ast.first, ...ast.rest.map((link) => link.operand)]
    case 'compare':
    case 'member':
      return [ast.left, ast.right]
    case 'list':
      return ast.items
    case 'call':
      return ast.args
    case 'case':
      return [...ast.branches.flatMap((branch) => [branch.when, branch.result]), ast.otherwise]
    case 'qualified':
      return [ast.base, ...ast.qualifiers.flatMap((q) => (q.kind === 'filter' ? [q.condition] : []))]
  }
}
