import { isCivilDate, parseIdNumber } from '../codes/index.ts'
import type { Column } from '../packs/index.ts'
import { accept, BLANK, type CellOutcome, refuse, refuseFormulaError } from './cell-outcome.ts'
import { cleanText, cleanToken, shorten } from './clean-text.ts'
import { shownText } from './grid.ts'
import type { CellContent } from './sheet.ts'

const YES = new Set(['是', '有', 'y', 'yes', 'true', '√', '✓', '✔', '☑', '对', '1'])
const NO = new Set(['否', '无', '没有', '不是', 'n', 'no', 'false', '×', 'x', '✗', '✘', '错', '0'])

/** 是 or 否, in the words and signs that people use for them. */
export function readBoolean(content: CellContent): CellOutcome {
  if (content.kind === 'truth') return accept(content.truth)
  if (content.kind === 'error') return refuseFormulaError(content.text, '填写“是”或“否”')
  const { text, repairs } = cleanToken(shownText(content))
  if (text === '') return BLANK
  const key = text.toLowerCase()
  const yes = YES.has(key)
  if (!yes && !NO.has(key)) return refuse('not_yes_or_no', `“${shorten(text)}”不是“是”或“否”`, '填写“是”或“否”')
  const said = text === '是' || text === '否' ? repairs : [...repairs, `“${text}”按“${yes ? '是' : '否'}”`]
  return accept(yes, said)
}

/** Text, or a code of the shape that the column states. Refuses numbers that have lost their last digits. */
export function readText(content: CellContent, column: Column): CellOutcome {
  if (content.kind === 'error') return refuseFormulaError(content.text)
  if (content.kind === 'number' && (Math.abs(Number(content.text)) >= 1e15 || /e/i.test(content.text))) {
    return refuse(
      'code_became_number',
      `号码“${content.text}”被存成了数，末几位已经丢失`,
      '把单元格格式改为文本后重新录入全部号码',
    )
  }
  const isIdentity = column.personal === 'identity'
  const isToken = column.pattern !== undefined || isIdentity
  const cleaned = isToken ? cleanToken(shownText(content)) : cleanText(shownText(content))
  const dated = content.kind === 'date' ? [...cleaned.repairs, '日期改为文本'] : cleaned.repairs
  const isSmall = isIdentity && /^\d{17}x$/.test(cleaned.text)
  const text = isSmall ? cleaned.text.toUpperCase() : cleaned.text
  const repairs = isSmall ? [...dated, '末位 x 改为大写'] : dated
  if (text === '') return BLANK
  if (/^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)/i.test(text)) return refuseFormulaError(text)
  if (/^[/\\—–―-]+$/.test(text)) return refuse('placeholder', `“${text}”不是内容，这一格按未报处理`, '没有就留空')
  if (isToken && /^\d(?:\.\d+)?e\+\d+$/i.test(text)) {
    return refuse(
      'code_became_number',
      `号码“${text}”变成了科学计数法，末几位已经丢失`,
      '把单元格格式改为文本后重新录入全部号码',
    )
  }
  if (text.length > 2000) return refuse('text_too_long', '文字超过 2000 字', '缩短后重新填写')
  if (column.pattern !== undefined && !fitsPattern(column.pattern.regex, text)) {
    return refuse(
      'bad_pattern',
      `“${shorten(text)}”不符合要求：${column.pattern.says}`,
      `按“${column.pattern.says}”填写`,
    )
  }
  return (isIdentity ? findIdentityFault(text) : undefined) ?? accept(text, repairs)
}

/** Compiled once: a pattern is asked for every row of a roster. */
const patterns = new Map<string, RegExp>()

function fitsPattern(source: string, text: string): boolean {
  const known = patterns.get(source) ?? new RegExp(source, 'u')
  if (patterns.size > 1000) patterns.clear()
  patterns.set(source, known)
  return known.test(text)
}

/** Papers of other kinds are left to the column's pattern; what looks like an identity number must be one. */
function findIdentityFault(text: string): CellOutcome | undefined {
  if (!/^\d{17}[\dX]$/.test(text)) return undefined
  const read = parseIdNumber(text)
  if (!('fault' in read)) return undefined
  const wrong = read.fault === 'birth_date' ? '第 7 到 14 位不是出生日期' : '校验位不对，多半抄错了一位'
  return refuse('bad_identity_number', `身份证号有误：${wrong}`, '对照证件核对后重新填写')
}

/** A year as four digits; of a school year its first. */
export function readYear(content: CellContent): CellOutcome {
  if (content.kind === 'date') return accept(content.date.slice(0, 4), ['由日期取年份'])
  if (content.kind === 'error' || content.kind === 'truth')
    return refuse('not_a_year', `“${shownText(content)}”不是年份`, '填写四位年份，如 2024')
  const { text, repairs } = cleanToken(shownText(content))
  if (text === '') return BLANK
  const found = /^((?:1[5-9]|2[01])\d{2})(?:$|年|学年|[-/.—]\d{1,4}(?:$|[-/.年月学])|\d{4}$|\d{2}$)/.exec(text)
  if (found?.[1] === undefined) return refuse('not_a_year', `“${shorten(text)}”不是年份`, '填写四位年份，如 2024')
  return accept(found[1], text === found[1] ? repairs : [...repairs, `由“${text}”取年份`])
}

/** A date as `YYYY-MM-DD`. */
export function readDate(content: CellContent): CellOutcome {
  if (content.kind === 'date') return accept(content.date.slice(0, 10))
  if (content.kind === 'error' || content.kind === 'truth')
    return refuse('not_a_date', `“${shownText(content)}”不是日期`, '按 2024-09-01 的样子填写')
  const { text, repairs } = cleanToken(shownText(content))
  if (text === '') return BLANK
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const iso = parts === null ? undefined : civilDate(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '')
  if (iso === undefined) return refuse('not_a_date', `“${shorten(text)}”不是日期`, '按 2024-09-01 的样子填写')
  return accept(iso, iso === text ? repairs : [...repairs, '文本改为日期'])
}

function civilDate(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCivilDate(Number(year), Number(month), Number(day)) ? iso : undefined
}
