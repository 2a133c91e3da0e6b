import { dayInWords } from '../calendar/index.ts'
import { type Assessment, COUNTY, figureId, type RatingView } from '../evaluation/index.ts'
import { parseTemplate, type TemplatePart } from '../packs/index.ts'
import { displayOf, type FigureSource } from './figure-source.ts'
import { emptyText, printRule, printText } from './print-value.ts'
import { tidyPunctuation } from './tidy-punctuation.ts'
import { fullNameWord } from './word-names.ts'

/** Subject at which the formulas of a template are evaluated. */
export interface SubjectRef {
  readonly grain: string
  readonly subject: string
}

export const AT_COUNTY: SubjectRef = { grain: COUNTY, subject: COUNTY }

/** A word that needs no formula, with the figures it stands on. An empty text counts as without value. */
export interface Word {
  readonly text: string
  readonly figures: readonly string[]
}

export type Words = ReadonlyMap<string, Word>

export interface Filled {
  readonly text: string
  readonly figures: readonly string[]
  /** True when every place outside an optional part had a value. */
  readonly complete: boolean
}

/** Puts figures and words into a template. A place without a value prints 未报, — or 错误 and makes it incomplete. */
export function fillTemplate(source: FigureSource, template: string, place: SubjectRef, words: Words): Filled {
  return fillParts(source, parseTemplate(template), place, words)
}

/** As `fillTemplate`, without the optional parts: the shortest form of a sentence. */
export function fillBriefly(source: FigureSource, template: string, place: SubjectRef, words: Words): Filled {
  const needed = parseTemplate(template).filter(({ kind }) => kind !== 'optional')
  return fillParts(source, needed, place, words)
}

function fillParts(source: FigureSource, parts: readonly TemplatePart[], place: SubjectRef, words: Words): Filled {
  const filled = joinFilled(parts.map((part) => fillPart(source, part, place, words)))
  return { ...filled, text: tidyPunctuation(filled.text) }
}

function joinFilled(parts: readonly Filled[]): Filled {
  return {
    text: parts.map((part) => part.text).join(''),
    figures: [...new Set(parts.flatMap((part) => part.figures))],
    complete: parts.every((part) => part.complete),
  }
}

const NOTHING: Filled = { text: '', figures: [], complete: true }

function fillPart(source: FigureSource, part: TemplatePart, place: SubjectRef, words: Words): Filled {
  switch (part.kind) {
    case 'text':
      return { text: part.text, figures: [], complete: true }
    case 'optional': {
      const filled = joinFilled(part.parts.map((inner) => fillPart(source, inner, place, words)))
      return filled.complete ? filled : NOTHING
    }
    case 'place': {
      const word = words.get(part.formula)
      if (word) return { ...word, complete: word.text !== '' }
      const { value, figures } = source.evaluateAt(place.grain, place.subject, part.formula)
      const rule = printRule(part.format, displayOf(source.pack, part.formula))
      const text = printText(value, rule)
      return { text: text ?? inBrackets(emptyText(value, rule)), figures, complete: text !== undefined && text !== '' }
    }
  }
}

/** A word in place of a number is set off, so that 未报 does not run into the unit; a range is not. */
const inBrackets = (text: string): string => (/\d/.test(text) ? text : `（${text}）`)

/** Words that every document knows: 县名 县代码 年度 评价日期 认定结论 评分说明 未报说明 未报份数 标准名称 标准文号, and 全称.<indicator id>. */
export function documentWords(source: FigureSource): Words {
  const { verdict, coverage, ratings = [] } = source.assessment()
  const plain = (text: string): Word => ({ text, figures: [] })
  return new Map([
    ['县名', plain(source.county.name)],
    ['县代码', plain(source.county.code)],
    ['年度', plain(String(source.year))],
    ['评价日期', plain(dayInWords(source.evaluatedOn))],
    ['认定结论', plain(verdict.text.replace(/^([^：]+)：(.+)$/u, '$1（$2）'))],
    ['未报说明', plain(describeMissing(coverage.registers))],
    ['未报份数', plain(countMissing(coverage.registers))],
    ['评分说明', ratingWord(ratings)],
    ['标准名称', plain(source.pack.pack.title)],
    ['标准文号', plain(source.pack.pack.document)],
    ...source.pack.indicators.map(({ id, title, wording }) => [fullNameWord(id), plain(wording ?? title)] as const),
  ])
}

/** Points and grade of the county itself, standing on the figures that brought the points; empty where it is not rated. */
function ratingWord(ratings: readonly RatingView[]): Word {
  const own = ratings.flatMap(({ subjects }) => subjects.filter(({ subject }) => subject === COUNTY))
  const figures = own.flatMap(({ items }) => items.map(({ indicator }) => figureId(indicator, COUNTY)))
  return { text: own.map(({ text }) => text).join(''), figures }
}

function countMissing(registers: Assessment['coverage']['registers']): string {
  const count = registers.reduce((sum, { missing }) => sum + missing.length, 0)
  return count === 0 ? '' : String(count)
}

/** How many names of missing reporters a sentence can hold. */
const NAMED = 5

/** Who has not handed in what; empty when everything is there. Registers that one unit fills are named together. */
function describeMissing(registers: Assessment['coverage']['registers']): string {
  const lacking = registers.filter(({ missing }) => missing.length > 0)
  const alone = lacking.filter(({ expected }) => expected === 1).map(({ title }) => title)
  const many = lacking
    .filter(({ expected }) => expected !== 1)
    .map(({ title, expected, reported, missing }) => {
      const names = missing.slice(0, NAMED).map(({ name }) => name)
      const rest = missing.length > NAMED ? `等${missing.length}份` : ''
      return `${title}应报${expected}份、实报${reported}份，未报的是${names.join('、')}${rest}`
    })
  return [...(alone.length === 0 ? [] : [`${alone.join('、')}未报`]), ...many].join('；')
}
