import { type Content, isDate, isList, rational, roundText, toDecimal, toJson, type Value } from '../formula/index.ts'
import type { Display } from '../packs/index.ts'
/** Exact text of a content: decimal or `n/d`, 真/假 as true/false, text and dates as they are. */
export function exactText(content: Content): string {
  if (content instanceof rational.Rational) return toJson(content)
  if (typeof content === 'string') return content
  if (typeof content === 'boolean') return String(content)
  if (isDate(content)) return content.date
  return isList(content) ? content.map(exactText).join('、') : ''
}

/** A number rounded by the stated rule; without a rule at most four decimals. Per cent carries its sign. */
export function shownNumber(number: rational.Rational, display: Display | undefined): string {
  const mode = display?.mode === '五成双' ? 'half_even' : 'half_up'
  if (display === undefined) {
    const exact = toDecimal(number)
    return exact !== undefined && (exact.split('.')[1] ?? '').length <= 4 ? exact : roundText(number, 4, mode)
  }
  if (display.percent === true) return `${roundText(rational.mul(number, rational.HUNDRED), display.decimals, mode)}%`
  return roundText(number, display.decimals, mode)
}

export function shownContent(content: Content, display: Display | undefined): string {
  if (content instanceof rational.Rational) return shownNumber(content, display)
  if (typeof content === 'boolean') return content ? '是' : '否'
  return exactText(content)
}

/** As a reader sees it: 未报, 不适用 and 错误 are words, never numbers. */
export function shownValue(value: Value, display: Display | undefined): string {
  switch (value.status) {
    case 'known':
    case 'doubtful':
      return value.content === undefined ? '错误' : shownContent(value.content, display)
    case 'missing':
      return '未报'
    case 'not_applicable':
      return '不适用'
    case 'error':
      return '错误'
  }
}

export const withUnit = (shown: string, unit: string | undefined): string =>
  unit === undefined || shown.endsWith('%') || !/^-?[\d.]+$/.test(shown)
    ? shown
    : `${shown}${/^[a-z㎡]/i.test(unit) ? ' ' : ''}${unit}`
