import type { AggregateNode, Node } from '../../formula/index.ts'
import { compareFilters } from './compare-filters.ts'
import type { Compared } from './compared.ts'
import { type Delta, DOWN, flip, isSame, SAME, together, UP } from './delta.ts'
import { isNotNegative } from './range-of.ts'

type Inner = (before: Node, after: Node) => Delta

/** How an aggregate stands after a change in its rows, in its condition, or in what it takes of each row. */
export function compareAggregates(
  before: AggregateNode,
  after: AggregateNode,
  all: Compared,
  inner: Inner,
): Delta | undefined {
  const isOther = before.fn !== after.fn || before.rowset.id !== after.rowset.id
  if (isOther || JSON.stringify(before.shifts) !== JSON.stringify(after.shifts)) return undefined
  const rows = together(all.rows(before.rowset.id), compareFilters(before.filter, after.filter, inner))
  const value = compareFilters(before.value, after.value, inner)
  const weight = compareFilters(before.weight, after.weight, inner)
  if ([rows, value, weight].every(isSame)) return SAME
  switch (before.fn) {
    case 'count':
    case 'exists':
    case 'any':
      return together(rows, value)
    case 'all':
      return together(flip(rows), value)
    case 'sum': {
      const isFit = [before.value, after.value].every((node) => node !== undefined && isNotNegative(all.range(node)))
      return isSame(rows) || isFit ? together(rows, value) : all.doubt('合计的数可能为负，增减对象后升降不定')
    }
    case 'maximum':
    case 'minimum':
      return compareExtremes(before.fn, rows, value, all)
    case 'mean':
    case 'median':
    case 'share':
    case 'weighted_mean':
      return isSame(rows) && isSame(weight) ? value : all.doubt(`参与${words[before.fn]}的对象或权重变了，升降不定`)
    case 'variation':
      return all.doubt('差异系数不随各校数值单向升降')
  }
}

const words = { mean: '平均', median: '中位数', share: '占比', weighted_mean: '加权平均' } as const

/** More rows can only widen; with fewer there may be none left, and then the item does not apply. */
function compareExtremes(fn: 'maximum' | 'minimum', rows: Delta, value: Delta, all: Compared): Delta {
  if (isSame(rows)) return value
  if (rows.has('down') || rows.has('unknown')) return all.doubt('对象减少后，最大、最小可能不再有')
  return together(fn === 'maximum' ? UP : DOWN, value)
}
