import type { ScalarSymbol } from '../../formula/index.ts'
import type { Element, Indicator } from '../../packs/index.ts'
import { type SymbolTarget, symbolId } from '../symbol-id.ts'

/** A standard as a whole comparison: the value that is judged stands on its left. */
export const judgedBy = (standard: string): string => `值 ${standard}`

/** What a standard, a level or a score may say of its own item, without naming it. */
export function judgedNames(node: Element | Indicator, type: ScalarSymbol['type']): ReadonlyMap<string, ScalarSymbol> {
  const unit = node.unit === undefined ? {} : { unit: node.unit }
  return new Map([['值', { kind: 'scalar', id: symbolId(partOf(node, 'value')), title: '值', type, ...unit }]])
}

/** The same and what has come of it: for scores. */
export function scoredNames(node: Element | Indicator, type: ScalarSymbol['type']): ReadonlyMap<string, ScalarSymbol> {
  const unit = node.unit === undefined ? {} : { unit: node.unit }
  const named = (title: string, part: 'met' | 'standard' | 'full' | 'level', kind: ScalarSymbol['type']) =>
    [title, { kind: 'scalar', id: symbolId(partOf(node, part)), title, type: kind }] as const
  return new Map<string, ScalarSymbol>([
    ...judgedNames(node, type),
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
