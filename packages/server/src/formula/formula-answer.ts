import {
  type Cause,
  type Coverage,
  displayValue,
  type Environment,
  type Expression,
  explain,
  print,
  Rational,
  renderExplanation,
  type Status,
  toJson,
  type Value,
} from '@eduduty/core/formula'

interface Show {
  readonly explain: boolean
  readonly engine: 'js' | 'sql'
}

export interface FormulaAnswer {
  readonly status: Status
  /** Exact decimal text, "n/d" when it does not terminate, truth, text or date as they are; null without content. */
  readonly value: string | boolean | null
  readonly unit?: string
  readonly causes: readonly Cause[]
  readonly coverage?: Coverage
  readonly formula: string
  readonly display: string
  readonly engine: 'js' | 'sql'
  readonly explanation?: unknown
}

function plainContent({ content }: Value): string | boolean | null {
  if (content === undefined) return null
  if (content instanceof Rational) return toJson(content)
  if (typeof content === 'string' || typeof content === 'boolean') return content
  return 'date' in content ? content.date : JSON.stringify(content)
}

const displayOf = (expression: Expression): { unit?: string } =>
  expression.unit === undefined ? {} : { unit: expression.unit }

function explanationJson(expression: Expression, environment: Environment): unknown {
  const { formula, substituted, display, inputs, conversions, gaps, children } = explain(expression, environment)
  const shown = inputs.map((input) => ({
    name: input.name,
    status: input.value.status,
    value: plainContent(input.value),
    display: input.display,
  }))
  const rows = children.map((child) => ({
    formula: child.formula,
    display: child.display,
    coverage: child.coverage,
    causes: child.causes,
  }))
  return { formula, substituted, display, inputs: shown, conversions, gaps, aggregates: rows }
}

/** The answer of the command as one JSON document. */
export function formulaAnswer(
  expression: Expression,
  value: Value,
  environment: Environment,
  show: Show,
): FormulaAnswer {
  return {
    status: value.status,
    value: plainContent(value),
    ...displayOf(expression),
    causes: value.causes,
    ...(value.coverage && { coverage: value.coverage }),
    formula: print(expression),
    display: displayValue(value, displayOf(expression)),
    engine: show.engine,
    ...(show.explain && { explanation: explanationJson(expression, environment) }),
  }
}

/** The answer as Chinese text. */
export function formulaText(expression: Expression, value: Value, environment: Environment, show: Show): string {
  if (show.explain) return renderExplanation(explain(expression, environment))
  const causes = value.causes.map((cause) => `  ${cause.unit === undefined ? '' : `${cause.unit}：`}${cause.message}`)
  return [displayValue(value, displayOf(expression)), ...causes].join('\n')
}
