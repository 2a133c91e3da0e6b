import type { Ast } from './ast.ts'
import { evaluateNode } from './compile.ts'
import { type Display, displayNumber, displayValue, STATUS_TITLES } from './display.ts'
import type { Environment } from './environment.ts'
import { type AggregateNode, type Expression, inputsOf, type Node, partsOfNode } from './ir.ts'
import { known } from './make-value.ts'
import type { NameText } from './printer.ts'
import { printAst } from './printer.ts'
import { solveGaps } from './solve-gap.ts'
import { unitText } from './units.ts'
import type { Cause, Coverage, Value } from './value.ts'

/** A name or aggregate that a formula reads, with what it was. */
export interface ExplainedInput {
  readonly name: string
  readonly value: Value
  readonly display: string
}

/** How a value came about: formula in Chinese, the same with numbers put in, result, and the parts in turn. */
export interface ExplanationNode {
  readonly formula: string
  readonly substituted: string
  readonly value: Value
  readonly display: string
  readonly inputs: readonly ExplainedInput[]
  readonly coverage?: Coverage
  readonly causes: readonly Cause[]
  /** Conversions of units that were made on the way, as sentences. */
  readonly conversions: readonly string[]
  /** For a condition that does not hold: each single change that would make it hold, as a sentence. */
  readonly gaps: readonly string[]
  readonly children: readonly ExplanationNode[]
}

const unitOfInput = (node: Node): string | undefined => {
  if (node.kind === 'scalar') return node.symbol.unit
  return node.kind === 'lookup' ? node.cell.column.unit : undefined
}

const unitShown = (unit: string | undefined): Display => (unit === undefined || unit === '?' ? {} : { unit })

function conversionsOf(node: Node): readonly string[] {
  const inner = partsOfNode(node).flatMap(conversionsOf)
  if (node.kind !== 'scale') return inner
  const name = printAst(node.operand.ast)
  const [from, to] = [node.from || '原单位', node.to || '无单位']
  return [...inner, `${name}由${from}换算为${to}：× ${displayNumber(node.factor)}`]
}

function explainAggregate(node: AggregateNode, value: Value, titles: NameText): ExplanationNode {
  const formula = printAst(node.ast, titles)
  const display = displayValue(value)
  return {
    formula,
    substituted: display,
    value,
    display,
    inputs: [],
    ...(value.coverage && { coverage: value.coverage }),
    causes: value.causes,
    conversions: [],
    gaps: [],
    children: [],
  }
}

function gapsOf(expression: Expression, env: Environment): readonly string[] {
  return solveGaps(expression, env).map(({ input, amount, direction }) => {
    const shown = displayValue(known(amount), unitShown(unitOfInput(input)))
    return `${printAst(input.ast, expression.titles)}${direction === 'more' ? '还差' : '要减少'} ${shown}`
  })
}

/** Explains one evaluation; recomputed on demand from the same surroundings, never stored. */
export function explain(expression: Expression, env: Environment, display: Display = {}): ExplanationNode {
  const { node, ast, titles } = expression
  const texts = new Map<Ast, string>()
  const seen = new Map<string, ExplainedInput & { readonly node: Node }>()
  for (const input of inputsOf(node)) {
    const value = evaluateNode(input, env)
    const shown = displayValue(value, unitShown(unitOfInput(input)))
    const plain = displayValue(value)
    texts.set(input.ast, plain.startsWith('-') ? `(${plain})` : plain)
    seen.set(printAst(input.ast, titles), { name: printAst(input.ast, titles), value, display: shown, node: input })
  }
  const value = evaluateNode(node, env)
  const unit = expression.unit ?? (expression.unitOf ? unitText(expression.unitOf) : undefined)
  const inputs = [...seen.values()]
  const children = inputs.flatMap((input) =>
    input.node.kind === 'aggregate' ? [explainAggregate(input.node, input.value, titles)] : [],
  )
  return {
    formula: printAst(ast, titles),
    substituted: printAst(ast, titles, { instead: texts }),
    value,
    display: displayValue(value, { ...unitShown(unit), ...display }),
    inputs: inputs.map(({ name, value: content, display: shown }) => ({ name, value: content, display: shown })),
    ...(value.coverage && { coverage: value.coverage }),
    causes: value.causes,
    conversions: conversionsOf(node),
    gaps: gapsOf(expression, env),
    children,
  }
}

const coverageText = ({ expected, reported, notApplicable }: Coverage): string =>
  `应有 ${expected} 行，已报 ${reported} 行${notApplicable > 0 ? `，不适用 ${notApplicable} 行` : ''}`

const MAX_CAUSES = 20

function causeText(cause: Cause): string {
  return cause.unit === undefined ? cause.message : `${cause.unit}：${cause.message}`
}

/** The explanation as Chinese text, one fact a line. */
export function renderExplanation(explanation: ExplanationNode): string {
  const lines = [`公式：${explanation.formula}`]
  if (explanation.substituted !== explanation.display) lines.push(`代入：${explanation.substituted}`)
  for (const input of explanation.inputs) {
    const child = explanation.children.find((part) => part.formula === input.name)
    lines.push(`其中：${input.name} = ${input.display}${child?.coverage ? `（${coverageText(child.coverage)}）` : ''}`)
  }
  for (const conversion of explanation.conversions) lines.push(`换算：${conversion}`)
  lines.push(`结果：${explanation.display}`)
  if (explanation.gaps.length > 0) lines.push(`差距：${explanation.gaps.join('；或 ')}`)
  if (explanation.value.content === undefined) lines.push(`状态：${STATUS_TITLES[explanation.value.status]}`)
  for (const cause of explanation.causes.slice(0, MAX_CAUSES)) lines.push(`原因：${causeText(cause)}`)
  if (explanation.causes.length > MAX_CAUSES) lines.push(`原因：另有 ${explanation.causes.length - MAX_CAUSES} 条`)
  return lines.join('\n')
}
