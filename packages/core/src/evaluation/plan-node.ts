import type { Expression, Scope } from '../formula/index.ts'
import type { Element, Indicator, Level, Pack } from '../packs/index.ts'
import { findGrain } from './grains.ts'
import { compileProgram, extendScope, type Program } from './program.ts'
import type { Rung } from './rating/climb-ladder.ts'
import { judgedBy, judgedNames } from './rating/judged-names.ts'

/** The formula of a node for one value of the staging dimension, with its standard. */
export interface NodeVariant {
  readonly formula: Program
  /** `值 ≥ …`: the whole comparison. */
  readonly standard: Program | undefined
  /** The right-hand side alone, where it is a number, in the unit of the node. */
  readonly limit: Program | undefined
  /** The same in the unit that the standard is written in, where that is another one: 5 亩. */
  readonly written: Program | undefined
  readonly standardText: string | undefined
}

/** An element or indicator, compiled once per pack. */
export interface NodePlan {
  readonly id: string
  readonly kind: 'element' | 'indicator'
  readonly node: Element | Indicator
  readonly indicator: Indicator | undefined
  readonly grain: string
  /** Position in the grain's dimensions of the one that chooses the variant; undefined for one variant. */
  readonly stagedBy: number | undefined
  /** Levels that the item may reach, best first; undefined where it has none. */
  readonly levels: readonly Rung[] | undefined
  /** By value of the staging dimension; the key is empty where there is one variant. */
  readonly variants: ReadonlyMap<string, NodeVariant>
}

const COMPARATOR = /^\s*(?:≥|≤|>=|<=|≠|!=|=|>|<|＞|＜|＝)\s*([\s\S]+)$/

export function planNode(pack: Pack, node: Element | Indicator, scope: Scope): NodePlan {
  const indicator = 'missing' in node ? node : undefined
  const texts = typeof node.formula === 'string' ? { '': node.formula } : node.formula
  const standards = indicator?.standard
  const variants = new Map<string, NodeVariant>()
  for (const [stage, source] of Object.entries(texts)) {
    const text = typeof standards === 'string' ? standards : standards?.[stage]
    variants.set(stage, planVariant(node, source, text, scope))
  }
  return {
    id: node.id,
    kind: indicator === undefined ? 'element' : 'indicator',
    node,
    indicator,
    grain: node.grain,
    stagedBy: stagingDimension(pack, node, standards),
    levels: indicator?.levels && planLevels(indicator, indicator.levels, scope, firstExpression(variants)),
    variants: spreadStandards(node, texts, standards, scope, variants),
  }
}

function planVariant(
  node: Element | Indicator,
  source: string,
  standard: string | undefined,
  scope: Scope,
): NodeVariant {
  const zero =
    node.zero_denominator === undefined
      ? {}
      : ({ zeroDenominator: node.zero_denominator === '不适用' ? 'not_applicable' : 'error' } as const)
  const unit = node.unit === undefined ? {} : { unit: node.unit }
  const formula = compileProgram(source, scope, { ...zero, ...unit })
  if (standard === undefined)
    return { formula, standard: undefined, limit: undefined, written: undefined, standardText: undefined }
  const names = judgedNames(node, formula.expression)
  const comparison = compileProgram(judgedBy(standard), extendScope(scope, names), { type: 'truth' })
  const right = COMPARATOR.exec(standard)?.[1]
  const written = right === undefined ? undefined : compileProgram(right, scope, { ...zero })
  const isNumber = written?.expression?.type === 'number'
  const isOther = isNumber && written.expression.unit !== undefined && written.expression.unit !== node.unit
  const converted = isOther ? compileProgram(written.source, scope, { ...zero, ...unit }) : undefined
  const limit = converted?.expression === undefined ? written : converted
  return {
    formula,
    standard: comparison,
    limit: isNumber ? limit : undefined,
    written: limit === written ? undefined : written,
    standardText: standard,
  }
}

function planLevels(
  indicator: Indicator,
  levels: readonly Level[],
  scope: Scope,
  formula: Expression | undefined,
): readonly Rung[] {
  const names = extendScope(scope, judgedNames(indicator, formula))
  return levels.map(({ title, standard }) => ({
    title,
    program: standard === undefined ? undefined : compileProgram(judgedBy(standard), names, { type: 'truth' }),
  }))
}

/** The formula of the first stage that has one without mistakes. */
export function firstExpression(variants: ReadonlyMap<string, NodeVariant>): Expression | undefined {
  for (const { formula } of variants.values()) if (formula.expression !== undefined) return formula.expression
  return undefined
}

/** One formula with standards by stage counts as staged: each stage gets the formula with its own standard. */
function spreadStandards(
  node: Element | Indicator,
  texts: Readonly<Record<string, string>>,
  standards: Indicator['standard'],
  scope: Scope,
  variants: ReadonlyMap<string, NodeVariant>,
): ReadonlyMap<string, NodeVariant> {
  const only = texts['']
  if (only === undefined || standards === undefined || typeof standards === 'string') return variants
  return new Map(
    Object.entries(standards).map(([stage, standard]) => [stage, planVariant(node, only, standard, scope)]),
  )
}

function stagingDimension(pack: Pack, node: Element | Indicator, standards: Indicator['standard']): number | undefined {
  const staged = typeof node.formula === 'string' ? standards : node.formula
  if (staged === undefined || typeof staged === 'string') return undefined
  const dimensions = findGrain(pack, node.grain)?.dimensions ?? []
  const at = dimensions.findIndex((id) => {
    const values = pack.dimensions?.find((dimension) => dimension.id === id)?.values ?? []
    return Object.keys(staged).every((stage) => values.includes(stage))
  })
  return at === -1 ? undefined : at
}
