import { type Content, isDate, isList, Rational, rational, roundText, type Value } from '../formula/index.ts'
import type { Display, PlaceFormat } from '../packs/index.ts'
import type { CellOutput } from './sheet-model.ts'

/** Decimals of a number that neither its place nor its figure says how to print; integers stay integers. */
const FALLBACK_DECIMALS = 2

export interface PrintRule {
  readonly decimals: number | undefined
  readonly percent: boolean
  readonly mode: 'half_up' | 'half_even'
}

/** The rule of the place wins over the rule of the figure. */
export function printRule(format: PlaceFormat, display: Display | undefined): PrintRule {
  return {
    decimals: format.decimals ?? display?.decimals,
    percent: format.percent || display?.percent === true,
    mode: display?.mode === '五成双' ? 'half_even' : 'half_up',
  }
}

/** Rounds the exact value once, by the stated rule; per cent multiplies by 100 before rounding. */
export function roundNumber(number: Rational, rule: PrintRule): { readonly text: string; readonly decimals: number } {
  const scaled = rule.percent ? rational.mul(number, rational.HUNDRED) : number
  const decimals = rule.decimals ?? (rational.isInteger(scaled) ? 0 : FALLBACK_DECIMALS)
  return { text: roundText(scaled, decimals, rule.mode), decimals }
}

const hasContent = (value: Value): value is Value & { readonly content: Content } => value.content !== undefined

/** Text of a value in a sentence; undefined when it has no content (未报, 不适用, 错误). */
export function printText(value: Value, rule: PrintRule): string | undefined {
  if (!hasContent(value)) return undefined
  return printContent(value.content, rule)
}

function printContent(content: Content, rule: PrintRule): string {
  if (content instanceof Rational) return `${roundNumber(content, rule).text}${rule.percent ? '%' : ''}`
  if (typeof content === 'string') return content
  if (typeof content === 'boolean') return content ? '是' : '否'
  if (isDate(content)) return content.date
  return isList(content) ? content.map((part) => printContent(part, rule)).join('、') : ''
}

/** What a cell shows; `blank` stands for a missing value. Per cent goes into the heading, not the cell. */
export function printCell(value: Value, rule: PrintRule, blank: string | undefined): CellOutput {
  if (!hasContent(value))
    return { kind: 'text', text: (value.status === 'missing' ? blank : undefined) ?? emptyText(value, rule) }
  const { content } = value
  if (content instanceof Rational) return { kind: 'number', ...roundNumber(content, rule) }
  return { kind: 'text', text: printContent(content, rule) }
}

/** A missing number that must lie between known limits prints as these, e.g. 31～32; otherwise the word for its status. */
export function emptyText(value: Value, rule: PrintRule): string {
  const { low, high } = value.bounds ?? {}
  if (value.status !== 'missing' || low === undefined || high === undefined) return emptyWord(value)
  const [least, most] = [roundNumber(low, rule).text, roundNumber(high, rule).text]
  return least === most ? emptyWord(value) : `${least}～${most}`
}

function emptyWord(value: Value): string {
  switch (value.status) {
    case 'missing':
      return '未报'
    case 'not_applicable':
      return '—'
    case 'error':
      return '错误'
    case 'known':
    case 'doubtful':
      return ''
  }
}
