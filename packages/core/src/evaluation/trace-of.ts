import type { Expression } from '../formula/index.ts'
import type { EvaluatedYear } from './evaluated-year.ts'
import type { Evaluation } from './evaluation.ts'
import { figureView } from './figure-view.ts'
import { formulaText } from './node-view.ts'
import type { PlaceEnvironment } from './place.ts'
import type { NodePlan } from './plan-node.ts'
import { figuresAt } from './recorder.ts'
import { shownValue, withUnit } from './show.ts'
import { parametersOf } from './standard-view.ts'
import { parseSymbolId } from './symbol-id.ts'
import type { AggregateUse, ParameterUse, Trace } from './trace.ts'
import { aggregateUse } from './trace-aggregate.ts'
import { type Leaf, leavesOf, partText, putIn, type ScalarNode } from './trace-leaves.ts'
import { worstFiguresFirst } from './worst-first.ts'

type Input = Trace['inputs'][number]

/** The chain behind one figure, one step deep. `usedBy` names the figures that stand on it. */
export function traceOf(evaluation: Evaluation, node: NodePlan, index: number, usedBy: readonly string[]): Trace {
  const figure = figureView(evaluation, node, index)
  const environment = evaluation.place(node.grain).at(index)
  const variant = evaluation.variantAt(node, index)
  const expression = variant?.formula.expression
  const text = variant === undefined ? '' : formulaText(variant.formula)
  const leaves = expression === undefined ? [] : leavesOf(expression.node)
  const uses = new Map<Leaf, AggregateUse>()
  for (const leaf of leaves)
    if (expression !== undefined && leaf.kind !== 'scalar') uses.set(leaf, aggregateUse(environment, expression, leaf))
  const { basis, note, unit } = node.node
  const verified = node.indicator?.verified
  return {
    figure: figure.id,
    title: node.node.title,
    subject: subjectName(evaluation, node.grain, index),
    ...(unit === undefined ? {} : { unit }),
    formula: text,
    substituted: expression === undefined ? text : substituted(environment, expression, text, uses),
    status: figure.status,
    ...(figure.value === undefined ? {} : { exact: figure.value }),
    shown: figure.shown,
    inputs: expression === undefined ? [] : inputsOf(environment, expression),
    parameters: parameterUses(evaluation, environment, [expression, variant?.standard?.expression]),
    aggregates: distinctUses(leaves.flatMap((leaf) => uses.get(leaf) ?? [])),
    ...(figure.state === undefined ? {} : { state: figure.state }),
    ...(figure.standard === undefined ? {} : { standard: figure.standard }),
    ...(figure.gap === undefined ? {} : { gap: figure.gap }),
    causes: figure.causes ?? [],
    ...(basis === undefined ? {} : { basis }),
    ...(verified === undefined ? {} : { verified }),
    ...(note === undefined ? {} : { note }),
    used_by: [...usedBy],
  }
}

/** A formula that names the same rows twice takes them once for its reader. */
function distinctUses(uses: readonly AggregateUse[]): AggregateUse[] {
  return [...new Map(uses.map((use) => [`${use.text} = ${use.result}`, use])).values()]
}

export function subjectName(evaluation: Evaluation, grain: string, index: number): string {
  const seed = evaluation.subjects(grain).subjects[index]
  const rest = (seed?.values ?? []).filter((value) => value !== seed?.unit && value !== seed?.name)
  return rest.length === 0 ? (seed?.name ?? '') : `${seed?.name ?? ''}（${rest.join('、')}）`
}

/** The formula with the numbers put in. */
function substituted(
  environment: PlaceEnvironment,
  expression: Expression,
  text: string,
  uses: ReadonlyMap<Leaf, AggregateUse>,
): string {
  const values = new Map<string, string>()
  for (const leaf of leavesOf(expression.node)) {
    const name = partText(expression, leaf)
    if (leaf.kind === 'scalar') values.set(name, scalarShown(environment, leaf))
    else values.set(name, uses.get(leaf)?.result ?? '')
  }
  return putIn(text, values)
}

function scalarShown(environment: PlaceEnvironment, leaf: ScalarNode): string {
  const target = parseSymbolId(leaf.symbol.id)
  const node =
    target?.kind === 'node' && target.part === 'value' ? environment.evaluation.plan.node(target.id) : undefined
  const value =
    leaf.shifts.length === 0 ? environment.scalar(leaf.symbol.id) : environment.scalarAt(leaf.symbol.id, leaf.shifts)
  return withUnit(
    shownValue(value, node?.node.display),
    leaf.symbol.type === 'number' && target?.kind === 'parameter' ? leaf.symbol.unit : undefined,
  )
}

/** Figures that the formula names one by one; those that an aggregate ranges over stand with the aggregate. */
function inputsOf(environment: PlaceEnvironment, expression: Expression): Input[] {
  const { evaluation } = environment
  const inputs = new Map<string, Input>()
  for (const leaf of leavesOf(expression.node)) {
    const target = leaf.kind === 'scalar' && leaf.shifts.length === 0 ? parseSymbolId(leaf.symbol.id) : undefined
    const node = target?.kind === 'node' ? evaluation.plan.node(target.id) : undefined
    if (leaf.kind !== 'scalar' || node === undefined) continue
    const figures = worstFiguresFirst(evaluation, figuresAt(environment, node))
    for (const figure of figures.slice(0, 200)) {
      const shown = figures.length === 1 ? scalarShown(environment, leaf) : shownAt(evaluation, node, figure)
      inputs.set(figure, {
        title: node.node.title,
        figure,
        shown,
        ...(node.node.unit === undefined ? {} : { unit: node.node.unit }),
      })
    }
  }
  return [...inputs.values()]
}

function shownAt(evaluation: EvaluatedYear, node: NodePlan, figure: string): string {
  const index = evaluation.subjects(node.grain).indexOf(figure.slice(node.id.length + 1))
  return index === undefined ? '' : shownValue(evaluation.value(node, index), node.node.display)
}

function parameterUses(
  evaluation: Evaluation,
  environment: PlaceEnvironment,
  expressions: readonly (Expression | undefined)[],
): ParameterUse[] {
  const scalars = new Set(expressions.flatMap((expression) => expression?.dependencies.scalars ?? []))
  return parametersOf(evaluation, environment, [...scalars]).flatMap(({ id, entry }) => {
    const parameter = evaluation.plan.parameter(id)
    if (parameter === undefined) return []
    return [
      {
        id,
        title: parameter.title,
        value: String(entry.value),
        ...(parameter.unit === undefined ? {} : { unit: parameter.unit }),
        since: entry.since,
        ...(entry.until === undefined ? {} : { until: entry.until }),
        ...(entry.reason === undefined ? {} : { reason: entry.reason }),
        basis: entry.basis,
        verified: entry.verified,
      },
    ]
  })
}
