import type { Ast, CompareOperator } from './ast.ts'
import type { AggregateId, FunctionId } from './functions.ts'
import type { NameText } from './printer.ts'
import type { Rational } from './rational.ts'
import type { ColumnSymbol, RowsetSymbol, ScalarSymbol, ValueType } from './scope.ts'
import type { Unit } from './units.ts'
import type { Value } from './value.ts'

/** What happens when a denominator is zero; without one the result is an error that says so. */
export type ZeroPolicy = 'not_applicable' | 'error'

/** Which other state of the data a name is read from. */
export interface Shift {
  readonly kind: 'previous_year' | 'previous_period' | 'as_of' | 'grain'
  /** Date of 截至 or name after 按. */
  readonly detail?: string
}

interface Origin {
  readonly ast: Ast
}

export interface ColumnNode extends Origin {
  readonly kind: 'column'
  readonly rowset: RowsetSymbol
  readonly column: ColumnSymbol
  readonly low: Rational | undefined
  readonly high: Rational | undefined
  /** Where this row predicate is false the cell is 不适用. */
  readonly applicable: Node | undefined
}

export interface AggregateNode extends Origin {
  readonly kind: 'aggregate'
  readonly fn: AggregateId
  readonly rowset: RowsetSymbol
  readonly filter: Node | undefined
  /** What is summed, counted on or tested, per row. */
  readonly value: Node | undefined
  readonly weight: Node | undefined
  readonly shifts: readonly Shift[]
  /** Same for every way of writing the same aggregate; what results are kept under. */
  readonly key: string
}

export interface ProductFactor {
  readonly divide: boolean
  readonly node: Node
}

/** A checked formula: names resolved, units converted, chains flat. The one form that both back ends read. */
export type Node =
  | (Origin & { readonly kind: 'constant'; readonly value: Value })
  | (Origin & { readonly kind: 'scalar'; readonly symbol: ScalarSymbol; readonly shifts: readonly Shift[] })
  | ColumnNode
  | AggregateNode
  | (Origin & {
      readonly kind: 'lookup'
      readonly cell: ColumnNode
      readonly filter: Node | undefined
      readonly shifts: readonly Shift[]
    })
  | (Origin & {
      readonly kind: 'scale'
      readonly factor: Rational
      readonly operand: Node
      readonly from: string
      readonly to: string
    })
  | (Origin & { readonly kind: 'negate' | 'not'; readonly operand: Node })
  | (Origin & { readonly kind: 'sum'; readonly terms: readonly { readonly negative: boolean; readonly node: Node }[] })
  | (Origin & {
      readonly kind: 'product'
      readonly factors: readonly ProductFactor[]
      readonly zero: ZeroPolicy | undefined
    })
  | (Origin & { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly operands: readonly Node[] })
  | (Origin & {
      readonly kind: 'compare'
      readonly operator: CompareOperator
      readonly left: Node
      readonly right: Node
    })
  | (Origin & { readonly kind: 'member'; readonly left: Node; readonly right: Node })
  | (Origin & {
      readonly kind: 'case'
      readonly branches: readonly { readonly when: Node; readonly result: Node }[]
      readonly otherwise: Node
    })
  | (Origin & {
      readonly kind: 'call'
      readonly fn: FunctionId
      readonly args: readonly Node[]
      readonly zero: ZeroPolicy | undefined
    })

export interface Dependencies {
  readonly scalars: readonly string[]
  readonly rowsets: readonly { readonly id: string; readonly columns: readonly string[] }[]
}

/** A checked formula with what it yields and what it reads. */
export interface Expression {
  readonly node: Node
  readonly ast: Ast
  readonly type: ValueType
  /** Unit of the result for people; absent for pure numbers and for what is no number. */
  readonly unit?: string
  readonly unitOf: Unit | undefined
  readonly dependencies: Dependencies
  /** Titles for the names of the formula, for printing. */
  readonly titles: NameText
  /** Factors such as `÷ 1 人` that take off the very unit that the number has, so that the number stays the same. */
  readonly silent: ReadonlySet<Ast>
}

/** The direct parts of a node that are evaluated in the same context (not per row). */
export function partsOfNode(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'constant':
    case 'scalar':
    case 'column':
    case 'aggregate':
    case 'lookup':
      return []
    case 'scale':
    case 'negate':
    case 'not':
      return [node.operand]
    case 'sum':
      return node.terms.map((term) => term.node)
    case 'product':
      return node.factors.map((factor) => factor.node)
    case 'logic':
      return node.operands
    case 'compare':
    case 'member':
      return [node.left, node.right]
    case 'case':
      return [...node.branches.flatMap((branch) => [branch.when, branch.result]), node.otherwise]
    case 'call':
      return node.args
  }
}

/** Every aggregate of an expression, outermost first. */
export function aggregatesOf(node: Node): readonly AggregateNode[] {
  return node.kind === 'aggregate' ? [node] : partsOfNode(node).flatMap(aggregatesOf)
}

/** The names, aggregates and single cells that an expression reads, in the order of writing. */
export function inputsOf(node: Node): readonly Node[] {
  if (node.kind === 'scalar' || node.kind === 'aggregate' || node.kind === 'lookup') return [node]
  return partsOfNode(node).flatMap(inputsOf)
}
