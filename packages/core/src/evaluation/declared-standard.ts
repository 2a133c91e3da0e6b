import { fromDecimal, known } from '../formula/index.ts'
import type { Parameter } from '../packs/index.ts'
import type { Evaluation } from './evaluation.ts'
import { findGrain } from './grains.ts'
import { entriesInForce } from './parameter-values.ts'
import type { NodePlan, NodeVariant } from './plan-node.ts'
import { shownValue, withUnit } from './show.ts'
import { wordedStandard } from './standard-words.ts'
import { parseSymbolId } from './symbol-id.ts'

/** A comparator and one parameter, nothing else: only then does the number of the parameter say it all. */
const ONE_PARAMETER = /^(\s*(?:≥|≤|>=|<=|≠|!=|=|>|<|＞|＜|＝))\s*参数\s*[.．]\s*[^\s.．+\-×÷*/()（）]+\s*$/

/**
 * The standard of a node by stage, before any subject is looked at. Where it is a parameter with one entry in force
 * and no condition, its number stands (`≥ 100%`); otherwise the text of the pack. The key is empty where no stage differs.
 */
export function declaredStandard(evaluation: Evaluation, node: NodePlan): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...node.variants].flatMap(([stage, variant]) => {
      const text = variant.standardText
      if (text === undefined) return []
      return variantTexts(evaluation, node, stage, variant, text)
    }),
  )
}

function variantTexts(
  evaluation: Evaluation,
  node: NodePlan,
  stage: string,
  variant: NodeVariant,
  text: string,
): readonly (readonly [string, string])[] {
  const parameter = soleParameter(evaluation, variant, text)
  if (parameter === undefined) return [[stage, wordedStandard(text)]]
  const numbered = (dimensions: Readonly<Record<string, string>>) =>
    numberedText(evaluation, node, variant, text, parameter, dimensions)
  const by = parameter.by ?? []
  const [dimension] = by
  if (dimension === undefined) return [[stage, numbered({}) ?? text]]
  if (by.length > 1) return [[stage, text]]
  const { pack } = evaluation.plan
  const values = pack.dimensions?.find(({ id }) => id === dimension)?.values ?? []
  if (!(findGrain(pack, node.grain)?.dimensions.includes(dimension) ?? false)) return [[stage, text]]
  if (stage !== '') return [[stage, (values.includes(stage) ? numbered({ [dimension]: stage }) : undefined) ?? text]]
  const staged = values.map((value) => [value, numbered({ [dimension]: value })] as const)
  if (staged.every(([, made]) => made === undefined)) return [[stage, text]]
  return staged.map(([value, made]) => [value, made ?? text])
}

function soleParameter(evaluation: Evaluation, variant: NodeVariant, text: string): Parameter | undefined {
  if (!ONE_PARAMETER.test(text)) return undefined
  const scalars = (variant.written ?? variant.limit)?.expression?.dependencies.scalars ?? []
  const target = scalars.length === 1 ? parseSymbolId(scalars[0] ?? '') : undefined
  if (target?.kind !== 'parameter' || target.choice !== undefined) return undefined
  return evaluation.plan.parameter(target.id)
}

function numberedText(
  evaluation: Evaluation,
  node: NodePlan,
  variant: NodeVariant,
  text: string,
  parameter: Parameter,
  dimensions: Readonly<Record<string, string>>,
): string | undefined {
  const [entry, ...others] = entriesInForce(parameter, dimensions, evaluation.options.occasion)
  if (entry === undefined || others.length > 0 || entry.when !== undefined) return undefined
  const number = fromDecimal(String(entry.value))
  if (number === undefined) return undefined
  const display = node.node.display?.percent === true ? node.node.display : undefined
  const shown = display === undefined ? String(entry.value) : shownValue(known(number), display)
  const unit = parameter.unit ?? (variant.written === undefined ? node.node.unit : undefined)
  const comparator = ONE_PARAMETER.exec(text)?.[1]?.trim().replace('>=', '≥').replace('<=', '≤') ?? ''
  return `${comparator} ${withUnit(shown, unit)}`
}
