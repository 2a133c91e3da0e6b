import type { Ast } from './ast.ts'
import { type CheckContext, report, type Typed } from './check-context.ts'
import type { Node } from './ir.ts'
import { known } from './make-value.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import { conversion, isPure, PURE, parseUnit, type Unit, unitText } from './units.ts'

/** The node times a factor of unit conversion; a constant is converted at once. */
export function scaled(node: Node, factor: Rational, from: string, to: string): Node {
  if (rational.equals(factor, rational.ONE)) return node
  if (node.kind === 'constant' && node.value.content instanceof Rational)
    return { ...node, value: known(rational.mul(node.value.content, factor)) }
  return { kind: 'scale', factor, operand: node, from, to, ast: node.ast }
}

/** A literal such as 85% as the plain number 0.85. */
export function plainPercent(part: Typed): Typed {
  const { unit } = part
  if (!unit?.literal || unit.dimensions.size > 0) return part
  return { ...part, node: scaled(part.node, unit.factor, unitText(unit), ''), unit: PURE }
}

/** Brings a number to another unit, or reports that it cannot be. */
export function convert(context: CheckContext, part: Typed, to: Unit, verb: string, at: Ast): Typed {
  if (part.unit === undefined || part.type !== 'number') return part
  const factor = conversion(part.unit, to)
  const [left, right] = [unitText(part.unit) || '无单位的数', unitText(to) || '无单位的数']
  if (factor === 'differs')
    report(context, at, 'unit_mismatch', { left: right, right: left, verb }, adviseUnit(part.unit, to))
  if (factor === 'ambiguous') report(context, at, 'unit_scale_ambiguous', { right })
  return factor instanceof Rational
    ? { ...part, node: scaled(part.node, factor, unitText(part.unit), unitText(to)), unit: to }
    : part
}

function adviseUnit(from: Unit, to: Unit): string | undefined {
  const percents = [from, to].map((unit) => unit.text)
  if (percents.includes('%') && percents.some((text) => text?.includes('百分点')))
    return '两个百分比相减得百分点，百分点只能与百分点比较'
  if (from.dimensions.size === 0 || to.dimensions.size === 0)
    return `请给数字写明单位，例如 5 ${unitText(from.dimensions.size ? from : to)}`
  return '请检查是否用错了要素，或改用相除'
}

/** All parts in one unit: that of the first which has one. Bare numbers take it as theirs. */
export function unify(
  context: CheckContext,
  parts: readonly Typed[],
  verb: string,
): { readonly parts: readonly Typed[]; readonly unit: Unit | undefined } {
  const bare = parts.some((part) => part.unit === undefined)
  const plain = bare && parts.every((part) => part.unit === undefined || (part.unit.literal && isPure(part.unit)))
  const ready = plain ? parts.map(plainPercent) : parts
  const target =
    ready.find((part) => part.unit && !part.unit.literal && !part.unit.unknown)?.unit ??
    ready.find((part) => part.unit)?.unit
  if (target === undefined) return { parts: ready, unit: undefined }
  const converted = ready.map((part) => convert(context, part, target, verb, part.node.ast))
  const literal = ready.every((part) => part.unit === undefined || part.unit.literal)
  return { parts: converted, unit: literal ? target : { ...target, literal: false } }
}

/** Unit of a name as declared; a text that is no unit is reported where the name stands. */
export function declaredUnit(context: CheckContext, text: string | undefined, at: Ast): Unit {
  if (text === undefined) return PURE
  const unit = parseUnit(text)
  if (unit === undefined) report(context, at, 'unknown_unit_declared', { text })
  return unit ?? PURE
}
