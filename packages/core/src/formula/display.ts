import { isDate, isList } from './make-value.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import { type RoundingMode, round, roundText, toDecimal } from './rational-text.ts'
import type { Content, Status, Value } from './value.ts'

export interface Display {
  /** Places after the point; without it the exact decimals, or six places when they do not end. */
  readonly decimals?: number
  readonly mode?: RoundingMode
  readonly unit?: string
  /** Number that the content is multiplied by before it is shown, as decimal: 100 shows a ratio in per cent. */
  readonly scale?: Rational
}

export const STATUS_TITLES: Readonly<Record<Status, string>> = {
  known: '已知',
  doubtful: '存疑',
  missing: '未报',
  not_applicable: '不适用',
  error: '错误',
}

const DEFAULT_PLACES = 6
const MAX_EXACT = 18

/** A number as people read it, rounded by the stated mode (四舍五入 unless told otherwise). */
export function displayNumber(content: Rational, { decimals, mode = 'half_up', scale }: Display = {}): string {
  const number = scale ? rational.mul(content, scale) : content
  if (decimals !== undefined) return roundText(number, decimals, mode)
  const exact = toDecimal(number)
  if (exact !== undefined && exact.length <= MAX_EXACT) return exact
  return toDecimal(round(number, DEFAULT_PLACES, mode)) ?? ''
}

function displayContent(content: Content, display: Display): string {
  if (content instanceof Rational) {
    const number = displayNumber(content, display)
    const { unit } = display
    return unit === undefined || unit === '' ? number : /^[%‰]/.test(unit) ? number + unit : `${number} ${unit}`
  }
  if (typeof content === 'boolean') return content ? '是' : '否'
  if (typeof content === 'string') return content
  if (isDate(content)) return content.date
  return isList(content) ? content.map((item) => displayContent(item, display)).join('、') : ''
}

/** A value as people read it: rounded content with unit, or the word for its status. */
export function displayValue(value: Value, display: Display = {}): string {
  if (value.content === undefined) return STATUS_TITLES[value.status]
  const text = displayContent(value.content, display)
  return value.status === 'doubtful' ? `${text}（存疑）` : text
}
