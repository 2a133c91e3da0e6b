import { rational } from '../formula/index.ts'
import { type CellOutcome, refuse, refuseFormulaError } from './cell-outcome.ts'
import { cleanToken, shorten } from './clean-text.ts'
import { scaleDecimal, trimDecimal } from './decimal-text.ts'
import type { CellContent } from './sheet.ts'
import { convertUnit, findUnit, isSameDimension, isSameUnit } from './units.ts'

/** A number found in a cell, before units of the heading and limits are looked at. */
export interface FoundNumber {
  readonly text: string
  readonly repairs: readonly string[]
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const NOTHING =
  /^(?:无|没有|暂无|未有|无数据|未统计|未填|不详|不清楚|不知道|待定|待统计|待查|缺|空|none|null|nil|n\/a|na|[/\\—–―_-]+|\.+|[?？*]+)$/i
const ABOUT =
  /^(?:约|大约|近|将近|超过|大于|小于|不足|至少|最多|[>≥<≤~≈])|(?:左右|上下|余|多|以上|以下|以内|\+)(?:人|元|万元|个|间|册|台|平方米|m2)?$/
const DATE_LIKE = /^(?:\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?|\d{1,2}[-/月]\d{1,2}日?|\d{1,2}月)$/

/** Reads a number for a column stored in `unit`; `stated` is the unit of the heading, which a plain number is in. */
export function readNumber(
  content: CellContent,
  unit: string | undefined,
  stated: string | undefined,
): FoundNumber | CellOutcome {
  switch (content.kind) {
    case 'number':
      return fromNumberCell(content.text)
    case 'date':
      return refuse(
        'date_in_number',
        `这里应当是数，单元格却被存成了日期 ${content.date}`,
        '多半是输入 3-12、3/12 一类内容被自动改成了日期：把单元格格式改为数值后重新填写',
      )
    case 'error':
      return refuseFormulaError(content.text, '修好公式，或直接填写数值')
    case 'truth':
      return refuse('not_a_number', '这里应当是数，单元格里却是逻辑值', '填写阿拉伯数字')
    case 'text':
      return fromText(content.text, unit, stated)
  }
}

/** Excel keeps 15 significant digits; what stands beyond them is noise of binary fractions. */
function fromNumberCell(text: string): FoundNumber | CellOutcome {
  const value = Number(text)
  if (!Number.isFinite(value)) return refuse('not_a_number', `“${text}”不是数`, '填写阿拉伯数字')
  if (Math.abs(value) >= 1e15) {
    return refuse(
      'number_too_long',
      `“${text}”超过 15 位，后几位在表格软件里已经丢失`,
      '把单元格格式改为文本后重新填写',
    )
  }
  const rounded = text.length > 16 || /e/i.test(text) ? expand(value) : text
  return { text: trimDecimal(rounded), repairs: [] }
}

/** 1.2E+7 and long binary fractions as plain decimal text of 15 digits. */
function expand(value: number): string {
  const [mantissa = '0', power = '0'] = value.toExponential(14).split('e')
  const negative = mantissa.startsWith('-')
  const digits = mantissa.replace(/[-.]/g, '')
  const point = 1 + Number(power)
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const fraction = point <= 0 ? `${'0'.repeat(-point)}${digits}` : digits.slice(point)
  return `${negative ? '-' : ''}${whole}.${fraction || '0'}`
}

function fromText(raw: string, unit: string | undefined, stated: string | undefined): FoundNumber | CellOutcome {
  const { text, repairs } = cleanToken(raw)
  const said = [...repairs, '文本改为数']
  if (PLAIN.test(text)) return checkLength(text, said)
  if (GROUPED.test(text)) return checkLength(text.replaceAll(',', ''), [...said, '去掉千分位'])
  if (NOTHING.test(text)) {
    return refuse(
      'placeholder',
      `“${text}”不是数，这一格按未报处理`,
      '确实为零就填 0；不清楚就留空，不要用文字或符号代替',
    )
  }
  if (/^#/.test(text)) return refuseFormulaError(text, '修好公式，或直接填写数值')
  if (ABOUT.test(text) && /\d/.test(text))
    return refuse('approximate', `“${text}”是约数，不能作为填报值`, '填写确切的数')
  if (/^[+-]?\d(?:\.\d+)?e[+-]?\d+$/i.test(text)) {
    return refuse(
      'number_too_long',
      `“${text}”是科学计数法，原来的位数已经丢失`,
      '把单元格格式改为文本或数值后重新填写',
    )
  }
  const suffixed = /^([+-]?[\d,]*\.?\d+)([^\d.,]+\d?)$/.exec(text)
  const fromSuffix = suffixed === null ? undefined : withUnit(suffixed[1] ?? '', suffixed[2] ?? '', unit, stated, said)
  if (fromSuffix !== undefined) return fromSuffix
  if (DATE_LIKE.test(text)) return refuse('date_in_number', `“${text}”像是日期，这里应当是数`, '填写阿拉伯数字')
  return refuse('not_a_number', `“${shorten(text)}”不是数`, '只填阿拉伯数字，不加文字')
}

const ONE_PERCENT = rational.fromPair(1n, 100n)

/** A unit typed behind the number: dropped when it is the heading's, converted when it measures the same thing. */
function withUnit(
  digits: string,
  typed: string,
  unit: string | undefined,
  stated: string | undefined,
  said: string[],
): FoundNumber | CellOutcome | undefined {
  const plain = GROUPED.test(digits) ? digits.replaceAll(',', '') : digits
  const named = findUnit(typed)
  if (!PLAIN.test(plain) || named === undefined) return undefined
  if (named === '%' && unit === undefined)
    return { text: scaleDecimal(plain, ONE_PERCENT), repairs: [...said, '百分数改为比值'] }
  const target = stated ?? unit
  if (target === undefined || isSameUnit(named, target)) return checkLength(plain, [...said, `去掉单位“${typed}”`])
  if (!isSameDimension(named, target)) {
    return refuse('unit_mismatch', `“${digits}${typed}”的单位与本项的单位“${target}”不同`, `按“${target}”填写，只填数`)
  }
  const converted = convertUnit(plain, named, target)
  return converted === undefined ? undefined : checkLength(converted, [...said, `由${named}换算成${target}`])
}

function checkLength(text: string, repairs: readonly string[]): FoundNumber | CellOutcome {
  if (text.replace(/\D/g, '').length > 20) return refuse('number_too_long', '数字太长，不像是一个数', '核对后重新填写')
  return { text: trimDecimal(text), repairs }
}
