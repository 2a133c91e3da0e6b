import { type Rational, rational } from '../../formula/index.ts'
import type { Span } from '../read/report-text.ts'
import { distributed } from './distributed.ts'
import type { NumberToken, Qualifier } from './number-token.ts'
import { magnitudeOf, NUMERAL_CHARACTERS, readNumeral } from './numeral.ts'
import { splitsIn } from './splits.ts'
import { BARE, UNIT_PATTERN, type Unit, unitOf } from './units.ts'

const FIGURES = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?'
const MASK = '[*□■○●◯_#�]'
const HIDDEN = `(?:\\d[\\d.,]*)?(?:${MASK}+|(?<![A-Za-z])[Xx×]{1,4}(?![A-Za-z]))(?:[\\d.]|${MASK}|[Xx×])*`
const WORDS = `[${NUMERAL_CHARACTERS}]+(?:点[零〇一二三四五六七八九]+)?`
const AFTER = `(?<more>余|多|几|来)?(?<size>百万|千万|十万|万亿|百亿|千亿|百|千|万|亿)?(?<more2>余|多|几|来)?`
const UNIT = `(?<unit>${UNIT_PATTERN})(?:(?:\\/|每)(?<per>[生人师班校户年月亩园]|学生|学年|学期)(?:[·/.]?(?:年|学年|学期|月))?)?(?<more3>(?:多|余)(?!\\d|出))?(?<late>左右|上下|以上|以下|以内|之内|及以上)?`

const NUMBER = new RegExp(`(?<![\\d.A-Za-z])(?<body>${FIGURES})${AFTER}(?:${UNIT})?`, 'g')
const MASKED = new RegExp(`(?<body>${HIDDEN})${AFTER}${UNIT}`, 'g')
const IN_WORDS = new RegExp(`(?<body>${WORDS})(?<more>余|多|几|来)?(?<size>)(?<more2>)${UNIT}`, 'g')
const PARTS_PER = new RegExp(`(?<per>百|千|万)分之(?<body>${WORDS}|${FIGURES})`, 'g')
const RATIO = /(?<![\d:.])(?:(?<left>\d+(?:\.\d+)?):1|1:(?<right>\d+(?:\.\d+)?))(?![\d:.])/g

/** All numbers of a plain text that may be quantities, in their order. `skipped` are the dates and the like. */
export function findNumbers(text: string, skipped: readonly Span[]): readonly NumberToken[] {
  const taken: Span[] = [...skipped]
  const tokens: NumberToken[] = []
  const take = (token: NumberToken | undefined) => {
    if (token === undefined || overlaps(token.digits, taken)) return
    taken.push({ start: token.start, end: token.end })
    tokens.push(token)
  }
  for (const found of text.matchAll(PARTS_PER)) take(partsPer(found))
  for (const split of splitsIn(text)) take(split)
  for (const found of text.matchAll(RATIO)) take(ratio(found))
  for (const found of text.matchAll(MASKED))
    if (!isMultiplied(text, found) && !isName(text, found)) take(tokenOf(text, found, true, false))
  for (const found of text.matchAll(NUMBER)) take(tokenOf(text, found, false, false))
  for (const found of text.matchAll(IN_WORDS)) if (isCounted(text, found)) take(tokenOf(text, found, false, true))
  const sorted = tokens.toSorted((a, b) => a.start - b.start)
  return inheritUnits(text, sorted).map((token) => distributed(text, token))
}

const overlaps = (span: Span, taken: readonly Span[]): boolean =>
  taken.some(({ start, end }) => span.start < end && span.end > start)

/** In `3200×1250元` the cross multiplies. */
const isMultiplied = (text: string, found: RegExpMatchArray): boolean =>
  /^[Xx×]\d/.test(found[0]) && /[\d\u4e00-\u9fff]$/.test(text.slice(0, found.index))

/** XX镇, X县 hide a name; 辖X镇X乡 hides numbers. */
const isName = (text: string, found: RegExpMatchArray): boolean =>
  /^[Xx×]+(?:镇|乡|县|市|区|村|州|旗)$/.test(found[0]) && !/[辖设共有含和、镇乡]$/.test(text.slice(0, found.index))

function tokenOf(text: string, found: RegExpMatchArray, masked: boolean, inWords: boolean): NumberToken | undefined {
  const { body = '', size, unit: word, per, more, more2, more3, late } = found.groups ?? {}
  const start = found.index ?? 0
  const unit = (word === undefined ? BARE : unitOf(word)) ?? BARE
  const magnitude = size === undefined || size === '' ? rational.ONE : magnitudeOf(size)
  const end = start + found[0].length
  return {
    start,
    end,
    digits: { start, end: start + body.length },
    literal: masked ? '' : body.replaceAll(',', ''),
    inWords,
    scale: rational.mul(unit.factor, magnitude),
    unit,
    unitText: `${size ?? ''}${word ?? ''}${per === undefined ? '' : `/${per}`}`,
    per,
    qualifier: qualifierOf(
      text.slice(Math.max(0, start - 6), start),
      [more, more2, more3].find((word) => word),
      late,
    ),
    masked,
    rounded: false,
    upTo: undefined,
  }
}

function qualifierOf(before: string, more: string | undefined, late: string | undefined): Qualifier | undefined {
  if (late !== undefined && /上$/.test(late) && late !== '上下') return 'at_least'
  if (late !== undefined && /以下|内/.test(late)) return 'at_most'
  if (late !== undefined) return 'about'
  if (more !== undefined) return 'more'
  if (/(?:大约|约为|约|大概|左右)$/.test(before)) return 'about'
  if (/(?:将近|接近|近|不足|不到|不满)$/.test(before)) return 'nearly'
  if (/(?:逾|突破|至少|不少于|不低于|超)$/.test(before)) return 'at_least'
  if (/(?:控制在|不超过|不高于|至多|最多)$/.test(before)) return 'at_most'
  return undefined
}

const PART_SIGNS: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '‱' }

function partsPer(found: RegExpMatchArray): NumberToken | undefined {
  const { per = '', body = '' } = found.groups ?? {}
  const inWords = !/\d/.test(body)
  const start = found.index ?? 0
  const unit = unitOf('%')
  if (unit === undefined || (inWords && readNumeral(body) === undefined)) return undefined
  const scale = rational.div(rational.HUNDRED, magnitudeOf(per)) ?? rational.ONE
  const digits = { start: start + per.length + 2, end: start + found[0].length }
  return { ...plainToken(digits, body, scale, unit, PART_SIGNS[per] ?? '%'), inWords, start }
}

function ratio(found: RegExpMatchArray): NumberToken | undefined {
  const { left, right } = found.groups ?? {}
  const body = left ?? right ?? ''
  const start = found.index ?? 0
  const at = right === undefined ? start : start + 2
  const token = plainToken(
    { start: at, end: at + body.length },
    body,
    rational.ONE,
    { ...BARE, dimension: 'ratio' },
    ':1',
  )
  return { ...token, start, end: start + found[0].length }
}

function plainToken(digits: Span, literal: string, scale: Rational, unit: Unit, unitText: string): NumberToken {
  return {
    ...digits,
    digits,
    literal,
    inWords: false,
    scale,
    unit,
    unitText,
    per: undefined,
    qualifier: undefined,
    masked: false,
    rounded: false,
    upTo: undefined,
  }
}

/** Words such as 三所 count; 一个, 一批, 统一 and the like are no quantities. */
function isCounted(text: string, found: RegExpMatchArray): boolean {
  const { body = '', unit = '' } = found.groups ?? {}
  const start = found.index ?? 0
  const before = text.slice(Math.max(0, start - 1), start)
  const after = text.slice(start + found[0].length, start + found[0].length + 3)
  if (/[第每统任某单专初高同逐十百千这那哪\d]/.test(before) || !/[零〇一二两三四五六七八九十廿]/.test(body))
    return false
  if (readNumeral(body) === undefined) return false
  if (/^(?:所|名|人|座|家|元|万元|亿元|%|倍|亩|册|台|套|辆|平方米|人次|个百分点|个班|个教学班)$/.test(unit))
    return !/^[一]$/.test(body) || /^(?:所|座|家)$/.test(unit)
  return unit === '个' && body !== '一' && /^(?:乡|镇|县|街|村|社|项目|学区|集团|教学点|教学班|班)/.test(after)
}

/** `46、50人`, `50～60人`, `12.3和15.6万元`: the first takes the unit of the next; a dash makes one range of two. */
function inheritUnits(text: string, tokens: readonly NumberToken[]): readonly NumberToken[] {
  const result: NumberToken[] = []
  for (const token of tokens.toReversed()) {
    const next = result[0]
    const between = next === undefined ? undefined : text.slice(token.end, next.start)
    if (next === undefined || between === undefined || token.masked || next.inWords) {
      result.unshift(token)
      continue
    }
    const isBare = token.unit.word === '' && token.unit.dimension === 'plain'
    const sharesUnit = token.unit.word === next.unit.word || isBare
    const scale = isBare && token.unitText === '' ? next.scale : token.scale
    if (/^(?:[-—~]|至|到)$/.test(between) && sharesUnit && next.unit.word !== '' && !next.masked) {
      if (between === '到' || between === '至') result.unshift({ ...token, ...(isBare ? unitFrom(next, scale) : {}) })
      else result[0] = { ...next, start: token.start, digits: token.digits, literal: token.literal, upTo: next.literal }
    } else if (/^(?:、|,|和|与|及|以及|;)$/.test(between) && isBare && next.unit.word !== '') {
      result.unshift({ ...token, ...unitFrom(next, scale) })
    } else result.unshift(token)
  }
  return result
}

const unitFrom = (next: NumberToken, scale: Rational) => ({
  unit: next.unit,
  scale,
  unitText: next.unitText,
  per: next.per,
})
