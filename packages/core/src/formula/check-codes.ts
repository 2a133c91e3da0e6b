import type { Ast } from './ast.ts'
import { type CheckContext, constant, fault, type RowContext, type Typed } from './check-context.ts'
import type { Node } from './ir.ts'
import { nearestName } from './problem.ts'
import type { CodeEntry, CodeWords } from './scope.ts'

/** The code list that the cells of a name are filled from. */
export function codesOf(node: Node): CodeWords | undefined {
  switch (node.kind) {
    case 'column':
      return node.column.codes
    case 'lookup':
      return node.cell.column.codes
    case 'scalar':
      return node.symbol.codes
    default:
      return undefined
  }
}

/** A bare or quoted word that may stand for an entry of a code list. */
function wordOf(ast: Ast): string | undefined {
  if (ast.kind === 'text') return ast.text
  return ast.kind === 'name' && ast.path.length === 1 ? ast.path[0] : undefined
}

const entryOf = ({ entries }: CodeWords, word: string): CodeEntry | undefined =>
  entries.find(({ title }) => title === word) ?? entries.find(({ code }) => code === word)

function unknownCode(context: CheckContext, ast: Ast, word: string, codes: CodeWords): Typed {
  const titles = codes.entries.map(({ title }) => title)
  const near = nearestName(word, titles)
  const advice = near === undefined ? `可写：${titles.slice(0, 8).join('、')}` : `是否指“${near}”？`
  return fault(context, ast, 'unknown_code', { list: codes.title, name: word }, advice)
}

/** What stands beside a coded column: words of the list become their codes, anything else is checked as usual. */
export function visitBeside(
  context: CheckContext,
  codes: CodeWords | undefined,
  ast: Ast,
  row: RowContext | undefined,
): Typed {
  const word = codes && wordOf(ast)
  if (!codes || word === undefined) return context.visit(ast, row)
  const entry = entryOf(codes, word)
  if (entry) {
    if (ast.kind === 'name') context.titles.set(ast, [entry.title])
    return { node: constant(ast, entry.code), type: 'text', unit: undefined }
  }
  const { scope } = context
  const isName =
    scope.findScalar([word]) ??
    scope.findRowset(word) ??
    row?.rowset.columns.find(({ id, title }) => id === word || title === word)
  return ast.kind === 'name' && isName ? context.visit(ast, row) : unknownCode(context, ast, word, codes)
}

export interface Sides {
  readonly left: Typed
  readonly right: Typed
}

/** Both sides of a comparison, either of which may be a word of the other's code list. */
export function visitSides(context: CheckContext, left: Ast, right: Ast, row: RowContext | undefined): Sides {
  const before = context.problems.length
  const first = context.visit(left, row)
  const codes = codesOf(first.node)
  if (codes) return { left: first, right: visitBeside(context, codes, right, row) }
  const second = context.visit(right, row)
  const others = codesOf(second.node)
  if (!others || wordOf(left) === undefined) return { left: first, right: second }
  context.problems.length = before
  return { left: visitBeside(context, others, left, row), right: second }
}

const MIRRORED = { '<': '>', '≤': '≥', '>': '<', '≥': '≤' } as const
export type OrderOperator = keyof typeof MIRRORED

function entriesThatHold(operator: OrderOperator, rank: number, entries: readonly CodeEntry[]): readonly CodeEntry[] {
  switch (operator) {
    case '<':
      return entries.slice(0, rank)
    case '≤':
      return entries.slice(0, rank + 1)
    case '>':
      return entries.slice(rank + 1)
    case '≥':
      return entries.slice(rank)
  }
}

/**
 * A column of an ordered list against one of its codes, as 属于: the codes that stand high (or low) enough. Both back
 * ends then compare texts. Undefined when the sides are of another kind.
 */
export function checkRanks(context: CheckContext, operator: OrderOperator, sides: Sides, ast: Ast): Typed | undefined {
  const leftCodes = codesOf(sides.left.node)
  const codes = leftCodes ?? codesOf(sides.right.node)
  if (!codes) return undefined
  const [cell, word] = leftCodes ? [sides.left.node, sides.right.node] : [sides.right.node, sides.left.node]
  const rank = word.kind === 'constant' ? codes.entries.findIndex(({ code }) => code === word.value.content) : -1
  if (rank < 0) return undefined
  if (!codes.ordered) {
    const advice = '各项是从低到高排列的，就在代码表上写 ordered: true'
    return fault(context, ast, 'unordered_codes', { list: codes.title }, advice)
  }
  const isOneOf = (entries: readonly CodeEntry[]): Node => ({
    kind: 'logic',
    operator: 'or',
    operands: entries.map(({ code }) => ({
      kind: 'compare',
      operator: '=',
      left: cell,
      right: constant(word.ast, code),
      ast,
    })),
    ast,
  })
  const holding = entriesThatHold(leftCodes ? operator : MIRRORED[operator], rank, codes.entries)
  // No code is lower than the lowest; an empty cell still makes the answer 未报.
  const node: Node = holding.length > 0 ? isOneOf(holding) : { kind: 'not', operand: isOneOf(codes.entries), ast }
  return { node, type: 'truth', unit: undefined }
}

/** The items that 属于 looks among: those of the list, or the one word that stands without brackets. */
export function itemsOf(right: Ast, codes: CodeWords | undefined): readonly Ast[] | undefined {
  if (right.kind === 'list') return right.items
  const word = codes && wordOf(right)
  return word !== undefined && codes && entryOf(codes, word) ? [right] : undefined
}
