import type { Node } from '../../formula/index.ts'
import type { PackPlan } from '../plan.ts'
import { parseRowsetId, parseSymbolId, type SymbolTarget, symbolId } from '../symbol-id.ts'
import { type Compared, NO_RANGE, type Range } from './compared.ts'
import { type Delta, either, flip, SAME, together } from './delta.ts'
import { compareGrain } from './grain-delta.ts'
import { compareLevels, compareLimit, compareMet, comparePoints, compareScore, compareValue } from './node-delta.ts'
import { type ParameterMove, parameterMove } from './parameter-delta.ts'
import { hull, type KnownRanges, rangeOf } from './range-of.ts'
import { compareEffect, compareGrade, compareRatingPoints, compareSection, compareVerdict } from './result-delta.ts'
import { rangeOfSymbol } from './symbol-range.ts'

/** Two states of a pack side by side. What has come of a name is worked out once, when it is asked for. */
export class PackComparison implements Compared {
  readonly before: PackPlan
  readonly after: PackPlan
  /** Why something could not be told, in words. */
  readonly doubts = new Set<string>()
  private readonly symbols = new Map<string, Delta>()
  private readonly subjects = new Map<string, Delta>()
  private readonly ranges = new Map<string, Range>()
  private readonly moves = new Map<string, ParameterMove>()
  private readonly open = new Set<string>()

  constructor(before: PackPlan, after: PackPlan) {
    this.before = before
    this.after = after
  }

  symbol(id: string): Delta {
    const known = this.symbols.get(id)
    if (known !== undefined) return known
    if (this.open.has(id)) return this.doubt('公式互相引用')
    this.open.add(id)
    const target = parseSymbolId(id)
    const delta = target === undefined ? SAME : this.target(target)
    this.open.delete(id)
    this.symbols.set(id, delta)
    return delta
  }

  column(rowset: string, column: string): Delta {
    return either(
      SAME,
      ...this.columnSymbols(rowset, column).map((id) => {
        const target = parseSymbolId(id)
        return target?.kind === 'node' && target.part === 'met' ? this.met(target.id) : this.symbol(id)
      }),
    )
  }

  rows(rowset: string): Delta {
    const known = this.subjects.get(rowset)
    if (known !== undefined) return known
    if (this.open.has(rowset)) return this.doubt('评价对象的范围与公式互相引用')
    this.open.add(rowset)
    const { kind, id } = parseRowsetId(rowset)
    const delta = kind === 'register' ? SAME : kind === 'grain' ? compareGrain(id, this) : this.members(id)
    this.open.delete(rowset)
    this.subjects.set(rowset, delta)
    return delta
  }

  range(node: Node): Range {
    return rangeOf(node, this.known)
  }

  doubt(reason: string): Delta {
    this.doubts.add(reason)
    return new Set(['unknown'])
  }

  parameter(id: string, choice?: string): ParameterMove {
    const name = `${id}:${choice ?? ''}`
    const known = this.moves.get(name)
    if (known !== undefined) return known
    const move = parameterMove(id, choice, this)
    this.moves.set(name, move)
    return move
  }

  private readonly known: KnownRanges = {
    symbol: (id) => {
      const made = this.ranges.get(id)
      if (made !== undefined) return made
      this.ranges.set(id, NO_RANGE)
      const range = hull(rangeOfSymbol(id, this.before, this.known), rangeOfSymbol(id, this.after, this.known))
      this.ranges.set(id, range)
      return range
    },
    column: (rowset, column) => {
      const ranges = this.columnSymbols(rowset, column).map((id) => this.known.symbol(id))
      return ranges.length === 0 ? NO_RANGE : ranges.reduce(hull)
    },
  }

  /** The names behind a column: of a group those of its members; none where a column holds what no change can touch. */
  private columnSymbols(rowset: string, column: string): readonly string[] {
    const { kind, id } = parseRowsetId(rowset)
    if (kind === 'register') return []
    if (kind === 'group') {
      const isPart = column === 'met' || column === 'standard' || column === 'value'
      const members = this.after.pack.groups?.find((group) => group.id === id)?.members ?? []
      return isPart ? members.map((member) => `${column}:${member}`) : []
    }
    const [name = '', part = 'value'] = column.split('.')
    const isRating = this.after.pack.ratings?.some((one) => one.id === name) === true
    const isNode = this.after.node(name) !== undefined || this.before.node(name) !== undefined
    return isRating || isNode ? [`${part}:${name}`] : []
  }

  private target(target: SymbolTarget): Delta {
    switch (target.kind) {
      case 'parameter':
        return this.parameter(target.id, target.choice).delta
      case 'node':
        return this.part(target.id, target.part, true)
      case 'section':
        return compareSection(target.id, this)
      case 'effect':
        return compareEffect(target.id, this)
      case 'rating':
        return this.rating(target.id, target.part)
      case 'verdict':
        return compareVerdict(this)
      case 'dimension':
      case 'column':
      case 'label':
      case 'year':
      case 'evaluated_on':
        return SAME
    }
  }

  private part(id: string, part: (SymbolTarget & { kind: 'node' })['part'], overAll = false): Delta {
    switch (part) {
      case 'value':
        return compareValue(id, this)
      case 'met': {
        // At a wider place it is met when every included subject is: fewer subjects make that easier.
        const grain = this.after.node(id)?.grain
        const met = this.met(id)
        return overAll && grain !== undefined ? together(met, flip(this.rows(`grain:${grain}`))) : met
      }
      case 'standard':
        return compareLimit(id, this)
      case 'score':
        return compareScore(id, this)
      case 'full':
        return comparePoints(id, this)
      case 'level':
        return compareLevels(id, this)
    }
  }

  /** Of each subject by itself. */
  met(id: string): Delta {
    const name = `each:${id}`
    const known = this.symbols.get(name)
    if (known !== undefined) return known
    if (this.open.has(name)) return this.doubt('公式互相引用')
    this.open.add(name)
    const delta = compareMet(id, this)
    this.open.delete(name)
    this.symbols.set(name, delta)
    return delta
  }

  private rating(id: string, part: (SymbolTarget & { kind: 'rating' })['part']): Delta {
    if (part === 'points') return compareRatingPoints(id, this)
    if (part === 'outOf') return this.symbol(symbolId({ kind: 'rating', id, part: 'points' }))
    return compareGrade(id, part, this)
  }

  private members(id: string): Delta {
    const of = ({ pack }: PackPlan): string => pack.groups?.find((group) => group.id === id)?.members.join() ?? ''
    return of(this.before) === of(this.after) ? SAME : this.doubt('指标组的成员变了')
  }
}
