import { codesOf, type Expression, type ScalarSymbol } from '../../formula/index.ts'
import type { Element, Indicator } from '../../packs/index.ts'
import { type SymbolTarget, symbolId } from '../symbol-id.ts'

/** A standard as a whole comparison: the value that is judged stands on its left. */
export const judgedBy = (standard: string): string => `值 ${standard}`

/** What a standard, a level or a score may say of its own item, without naming it: `formula` is the item's own. */
export function judgedNames(
  node: Element | Indicator,
  formula: Expression | undefined,
): ReadonlyMap<string, ScalarSymbol> {
  const codes = formula === undefined ? undefined : codesOf(formula.node)
  const value: ScalarSymbol = {
    kind: 'scalar',
    id: symbolId(partOf(node, 'value')),
    title: '值',
    type: formula?.type ?? 'number',
    ...(node.unit !== undefined && { unit: node.unit }),
    ...(codes !== undefined && { codes }),
  }
  return new Map([['值', value]])
}

/** The same and what has come of it: for scores. */
export function scoredNames(
  node: Element | Indicator,
  formula: Expression | undefined,
): ReadonlyMap<string, ScalarSymbol> {
  const unit = node.unit === undefined ? {} : { unit: node.unit }
  const named = (title: string, part: 'met' | 'standard' | 'full' | 'level', type: ScalarSymbol['type']) =>
    [title, { kind: 'scalar', id: symbolId(partOf(node, part)), title, type }] as const
  return new Map<string, ScalarSymbol>([
    ...judgedNames(node, formula),
    named('达标', 'met', 'truth'),
    named('满分', 'full', 'number'),
    named('等级', 'level', 'text'),
    ['标准值', { kind: 'scalar', id: symbolId(partOf(node, 'standard')), title: '标准值', type: 'number', ...unit }],
  ])
}

const partOf = (node: Element | Indicator, part: (SymbolTarget & { kind: 'node' })['part']): SymbolTarget => ({
  kind: 'node',
  id: node.id,
  part,
})
