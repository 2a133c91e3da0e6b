import { dayInWords } from '../calendar/index.ts'
import {
  type Assessment,
  figureId,
  type PackPlan,
  planPack,
  type RatedSubject,
  type RatingView,
  registersBehind,
  strikeWords,
} from '../evaluation/index.ts'
import type { Outline, Pack } from '../packs/index.ts'
import { countName } from './counted-number.ts'
import type { FigureSource } from './figure-source.ts'
import { countItems } from './item-at.ts'
import { type PrintedFigure, printedFigures } from './printed-figures.ts'
import type { Binding, Piece } from './report-model.ts'
import { AT_COUNTY, joinPieces, type SubjectRef, textOfPieces, type Word, type Words, wordOf } from './word.ts'
import { fullNameWord, WORD_NAMES } from './word-names.ts'

/** Whom a document is about: the county, or one township, department or school. */
export interface DocumentSubject extends SubjectRef {
  readonly name: string
}

export const theCounty = (source: FigureSource): DocumentSubject => ({ ...AT_COUNTY, name: source.county.name })

/** Everybody whom a report is written about, each once: the county, or the included subjects of `each`. */
export function subjectsOf(source: FigureSource, { each }: Outline): readonly DocumentSubject[] {
  if (each === undefined) return [theCounty(source)]
  return source.listSubjects(each, {}).subjects.map(({ id, name }) => ({ grain: each, subject: id, name }))
}

/**
 * Words that every document knows: 县名 县代码 年度 评价日期 认定结论 评分说明 得分 等次 等次影响 达标项数 未达标项数 待定项数 未报说明
 * 未报份数 未报报表 标准名称 标准文号 对象名称, and 全称.<indicator id>. 评分说明, 得分, 等次, 对象名称 and the counts of items are those of
 * the subject that the document is about.
 */
export function documentWords(source: FigureSource, about: DocumentSubject = theCounty(source)): Words {
  const { verdict, coverage, ratings = [] } = source.assessment()
  const plain = (text: string): Word => ({ text, figures: [] })
  return new Map([
    ['县名', plain(source.county.name)],
    ['县代码', plain(source.county.code)],
    ['年度', plain(String(source.year))],
    ['评价日期', plain(dayInWords(source.evaluatedOn))],
    ['认定结论', plain(verdict.text.replace(/^([^：]+)：(.+)$/u, '$1（$2）'))],
    ['未报说明', describeMissing(coverage.registers)],
    ['未报份数', countMissing(coverage.registers)],
    ['未报报表', plain(owedBy(source, about))],
    ...ratingWords(source.pack, ratings, about),
    ...itemWords(source.assessment(), about),
    ['对象名称', plain(about.name)],
    ['标准名称', plain(source.pack.pack.title)],
    ['标准文号', plain(source.pack.pack.document)],
    ...source.pack.indicators.map(({ id, title, wording }) => [fullNameWord(id), plain(wording ?? title)] as const),
  ])
}

/** 所用表未报说明: who has not handed in what, of the registers alone from which the figures of a report come. */
export function registerWords(source: FigureSource, { sections }: Outline, { grain }: DocumentSubject): Words {
  const printed = printedFigures(sections, [], grain)
  if (!printed.some(({ formula }) => formula === OWN_MISSING)) return new Map()
  const used = registersOf(source.pack, printed)
  const { registers } = source.assessment().coverage
  return new Map([[OWN_MISSING, describeMissing(registers.filter(({ register }) => used.has(register)))]])
}

const OWN_MISSING = '所用表未报说明'
const plans = new WeakMap<Pack, PackPlan>()

function registersOf(pack: Pack, printed: readonly PrintedFigure[]): ReadonlySet<string> {
  const plan = plans.get(pack) ?? planPack(pack)
  plans.set(pack, plan)
  const figures = printed.filter(({ formula }) => !WORD_NAMES.has(formula))
  return new Set(figures.flatMap(({ grain, formula }) => [...registersBehind(plan, grain, [formula])]))
}

/** Points and grade of the subject itself, standing on the figures that brought the points; empty where it is not rated. */
function ratingWords(
  pack: Pack,
  ratings: readonly RatingView[],
  { grain, subject }: SubjectRef,
): readonly [string, Word][] {
  const own = ratings
    .filter((rating) => rating.grain === grain)
    .flatMap(({ subjects }) => subjects.filter((rated) => rated.subject === subject))
  const figures = own.flatMap(({ items }) => items.map(({ indicator }) => figureId(indicator, subject)))
  const grades = own.map(({ grade, possible }) => grade ?? possible.join('或'))
  const points = own.map((one) => ({ text: one.points.shown, bound: { grain, subject, formula: '得分' } }))
  return [
    ['评分说明', { text: own.map(({ text }) => text).join(''), figures }],
    ['得分', own.length === 1 ? wordOf(points, figures) : { text: textOfPieces(points), figures }],
    ['等次', { text: grades.join('、'), figures }],
    ['等次影响', { text: own.flatMap(({ effects }) => effectTexts(pack, effects)).join('，'), figures }],
  ]
}

/** What was done to the grade beyond the points, and what may still be. */
function effectTexts(pack: Pack, struck: RatedSubject['effects']): readonly string[] {
  const found = struck.flatMap(({ effect: id, open }) => {
    const effect = pack.effects?.find((one) => one.id === id)
    return effect === undefined ? [] : [{ effect, open }]
  })
  const open = found.filter((one) => one.open).map(({ effect }) => `“${effect.title}”`)
  return [
    ...found.filter((one) => !one.open).map(({ effect }) => strikeWords(effect)),
    ...(open.length === 0 ? [] : [`${open.join('')}是否发生尚缺数据`]),
  ]
}

/** How many items are met, not met and open; empty where there is none. */
function itemWords(assessment: Assessment, about: SubjectRef): readonly [string, Word][] {
  const { met, unmet, undecided, error } = countItems(assessment, about)
  const word = (name: string, count: number): [string, Word] => [
    name,
    countWord(count, { ...placeOf(about), formula: name }),
  ]
  return [word('达标项数', met), word('未达标项数', unmet), word('待定项数', undecided + error)]
}

const placeOf = ({ grain, subject }: SubjectRef): SubjectRef => ({ grain, subject })

/** A number that the run counted, bound to its name; empty where there is nothing to count. */
const countWord = (count: number, bound: Binding): Word =>
  count === 0 ? { text: '', figures: [] } : wordOf([{ text: String(count), bound }])

const countMissing = (registers: readonly Lacking[]): Word =>
  countWord(
    registers.reduce((sum, { missing }) => sum + missing.length, 0),
    { ...AT_COUNTY, formula: '未报份数' },
  )

/** Titles of the forms that the subject itself has not handed in; empty for the county. */
function owedBy(source: FigureSource, { grain, subject }: SubjectRef): string {
  const { subjects, coverage } = source.assessment()
  const unit = subjects.find((one) => one.grain === grain && one.id === subject)?.unit
  const lacking = coverage.registers.filter(({ missing }) => missing.some((one) => one.unit === unit))
  return unit === undefined ? '' : lacking.map(({ title }) => title).join('、')
}

type Lacking = Assessment['coverage']['registers'][number]

/** How many names of missing reporters a sentence can hold, and how many registers it goes through. */
const NAMED = 5
const REGISTERS = 3

/** Who has not handed in what; empty when everything is there. Registers that one unit fills are named together. */
function describeMissing(registers: readonly Lacking[]): Word {
  const lacking = registers.filter(({ missing }) => missing.length > 0)
  const alone = lacking.filter(({ expected }) => expected === 1).map(({ title }) => title)
  const many = lacking.filter(({ expected }) => expected !== 1)
  const left = many.slice(REGISTERS)
  const count = left.reduce((sum, { missing }) => sum + missing.length, 0)
  const parts: readonly (readonly Piece[])[] = [
    ...(alone.length === 0 ? [] : [[{ text: `${namesOf(alone, `等${alone.length}张表`)}未报` }]]),
    ...many.slice(0, REGISTERS).map(describeRegister),
    ...(left.length === 0 ? [] : [[{ text: `另有${left.length}张表共缺${count}份` }]]),
  ]
  return wordOf(joinPieces(parts, '；'))
}

function describeRegister({ register, title, expected, reported, missing }: Lacking): readonly Piece[] {
  const names = missing.map(({ name }) => name)
  const number = (count: string, value: number): Piece => ({
    text: String(value),
    bound: { ...AT_COUNTY, formula: countName(count, register) },
  })
  return [
    { text: `${title}应报` },
    number('应报份数', expected),
    { text: '份、实报' },
    number('实报份数', reported),
    { text: `份，未报的是${names.slice(0, NAMED).join('、')}` },
    ...(names.length > NAMED ? [{ text: '等' }, number('未报份数', names.length), { text: '份' }] : []),
  ]
}

const namesOf = (names: readonly string[], rest: string): string =>
  `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? rest : ''}`
