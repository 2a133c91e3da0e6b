import { type Expression, type Node, partsOfNode } from '../../formula/index.ts'
import { excelOf } from './excel-of.ts'
import { allOf, anyOf, choose, textLiteral } from './excel-text.ts'
import { ownCell } from './own-cell.ts'
import type { PacketCells } from './packet-cells.ts'

/** What a packet says of one check. `later`: it needs more than the form and is told when the packet comes back. */
export const packetVerdicts = {
  passed: '通过',
  failed: '不符',
  owed: '待填',
  freed: '不适用',
  later: '上传后核对',
} as const

/** The longest formula that a spreadsheet takes. */
const LONGEST = 8_000

export interface CheckFormulas {
  /** Gives one of the verdicts. */
  readonly verdict: string
  readonly left: string | undefined
  readonly right: string | undefined
}

export interface CheckExpressions {
  readonly rule: Expression
  readonly left?: Expression | undefined
  readonly right?: Expression | undefined
}

/**
 * A check as formulas over the cells of the form. Blank cells never make it fail. Undefined where the check reads
 * other registers, another year, or anything that a spreadsheet cannot work out.
 */
export function checkFormulas({ rule, left, right }: CheckExpressions, cells: PacketCells): CheckFormulas | undefined {
  const truth = excelOf(cells).truth(rule.node)
  if (truth === undefined) return undefined
  const owed = anyOf(cellsOf(rule.node, cells))
  const open = choose(owed, textLiteral(packetVerdicts.owed), textLiteral(packetVerdicts.freed))
  const rest = choose(truth.holds, textLiteral(packetVerdicts.passed), open)
  const verdict = choose(truth.fails, textLiteral(packetVerdicts.failed), rest)
  if (verdict.length > LONGEST) return undefined
  const compared = comparedNodes(rule.node)
  return {
    verdict,
    left: sideFormula(left?.node ?? compared[0], cells),
    right: sideFormula(right?.node ?? compared[1], cells),
  }
}

function comparedNodes(node: Node): readonly Node[] {
  if (node.kind === 'compare') return [node.left, node.right]
  return node.kind === 'call' && node.fn === 'close_to' ? node.args.slice(0, 2) : []
}

function sideFormula(node: Node | undefined, cells: PacketCells): string | undefined {
  const value = node && excelOf(cells).value(node)
  if (value === undefined) return undefined
  const formula = choose(allOf(value.known), value.value, '""')
  return formula.length > LONGEST ? undefined : formula
}

/** For each cell that a rule reads, whether it still has to be filled. */
function cellsOf(node: Node, cells: PacketCells): readonly string[] {
  const own = ownCell(node, cells)
  return own === undefined ? partsOfNode(node).flatMap((part) => cellsOf(part, cells)) : [own.cell.owed]
}
