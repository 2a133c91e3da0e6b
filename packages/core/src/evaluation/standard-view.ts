import { fromDecimal, Rational, rational } from '../formula/index.ts'
import type { ParameterValue } from '../packs/index.ts'
import type { AppliedStandard } from './assessment.ts'
import type { Evaluation } from './evaluation.ts'
import type { PlaceEnvironment } from './place.ts'
import type { NodePlan, NodeVariant } from './plan-node.ts'
import { exactText, shownValue, withUnit } from './show.ts'
import { wordedStandard } from './standard-words.ts'
import { parseSymbolId } from './symbol-id.ts'

export interface ParameterHit {
  readonly id: string
  readonly entry: ParameterValue
}

/** Parameter entries that a formula reads at a place. */
export function parametersOf(
  evaluation: Evaluation,
  environment: PlaceEnvironment,
  scalars: readonly string[],
): readonly ParameterHit[] {
  return scalars.flatMap((id) => {
    const target = parseSymbolId(id)
    if (target?.kind !== 'parameter') return []
    const { entry } = evaluation.parameter(target.id, environment, target.choice)
    return entry === undefined ? [] : [{ id: target.id, entry }]
  })
}

const comparatorOf = (text: string): string =>
  /^\s*(≥|≤|>=|<=|≠|!=|=|>|<|＞|＜|＝)/.exec(text)?.[1]?.replace('>=', '≥').replace('<=', '≤') ?? ''

/** The standard of a node as it applied to one subject. */
export function standardView(
  evaluation: Evaluation,
  node: NodePlan,
  index: number,
  variant: NodeVariant,
): AppliedStandard | undefined {
  const text = variant.standardText
  if (text === undefined) return undefined
  const environment = evaluation.place(node.grain).at(index)
  const limit = evaluation.judgement(node, index)?.limit
  const scalars = variant.standard?.expression?.dependencies.scalars ?? []
  const hit = parametersOf(evaluation, environment, scalars).at(-1)
  const number = limit?.content
  const display = node.node.display?.percent === true ? node.node.display : undefined
  // The number and the unit as the document gives them: 0.50 stays 0.50, 5 亩 stays 5 亩.
  const stated = variant.written === undefined ? limit : variant.written.run(environment)
  const unit = variant.written === undefined ? node.node.unit : variant.written.expression?.unit
  const figure = stated?.content
  const isEntry = figure instanceof Rational && hit !== undefined && sameNumber(String(hit.entry.value), figure)
  const written = isEntry && display === undefined ? String(hit.entry.value) : undefined
  const shown = stated === undefined ? undefined : withUnit(written ?? shownValue(stated, display), unit)
  return {
    text: number === undefined || shown === undefined ? wordedStandard(text) : `${comparatorOf(text)} ${shown}`,
    ...(number === undefined ? {} : { value: exactText(number) }),
    ...(hit === undefined ? {} : entryView(hit)),
  }
}

function sameNumber(text: string, number: Rational): boolean {
  const read = fromDecimal(text)
  return read !== undefined && rational.equals(read, number)
}

function entryView({ id, entry }: ParameterHit): Partial<AppliedStandard> {
  return {
    parameter: id,
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
    ...(entry.transitional === undefined ? {} : { transitional: entry.transitional }),
    ...(entry.evidence === undefined ? {} : { evidence: entry.evidence }),
    basis: entry.basis,
    verified: entry.verified,
  }
}
