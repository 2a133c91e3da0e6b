import {
  type Assessment,
  type Dispersion,
  type Figure,
  type ItemView,
  type NodeView,
  owedItems,
  owedText,
  parseFigureId,
  type Subject,
} from '../evaluation/index.ts'
import { fromJson, type Rational, rational } from '../formula/index.ts'
import { figurePieces, standardPieces } from './bound-pieces.ts'
import { countName } from './counted-number.ts'
import type { FigureSource } from './figure-source.ts'
import type { ItemAt } from './item-at.ts'
import type { Piece } from './report-model.ts'
import { joinPieces, type SubjectRef, type Word, type Words, wordOf } from './word.ts'

/** How many subjects are named in a sentence, unless the outline says otherwise. */
const DEFAULT_NAMES = 3

export interface Issue {
  readonly item: ItemView
  readonly node: NodeView
  /** True when the item is judged at several subjects. */
  readonly many: boolean
  /** Names of the units whose missing data keep the item undecided. */
  readonly reporters: readonly string[]
  /** Which forms of theirs, or which items of these. */
  readonly owed: readonly string[]
  readonly words: Words
}

/** What the sentences of one item of the verdict tree may say at a place, with the figures behind every word. */
export function describeIssue(
  source: FigureSource,
  about: SubjectRef,
  { item, subjects }: ItemAt,
  names = DEFAULT_NAMES,
): Issue | undefined {
  const assessment = source.assessment()
  const node = assessment.nodes.find(({ id }) => id === item.indicator)
  if (node === undefined) return undefined
  const figures = assessment.figures.filter((figure) => figure.node === node.id && subjects.has(figure.subject))
  const failing = figures.filter(({ state }) => state === item.state).sort(byShortfall)
  const shown = failing.slice(0, names)
  const ids = failing.map(({ id }) => id)
  const single = figures.length === 1 ? figures[0] : undefined
  const word = (text: string | undefined, stands: readonly string[] = ids): Word => ({
    text: text ?? '',
    figures: stands,
  })
  const count = (name: string, number: number): Word =>
    number === 0 ? word('') : wordOf([countPiece(about, name, node.id, String(number))], ids)
  const namedOnes = shown.map((figure) => named(source, figure, subjects, node))
  const dispersions = assessment.dispersions.filter((one) => ids.includes(one.figure))
  const waits = { reporters: reportersOf(item), owed: owedItems(item.deciding, registerTitles(assessment)) }
  const asked = item.counts.met + item.counts.unmet + item.counts.undecided + item.counts.error
  return {
    item,
    node,
    many: figures.length !== 1,
    ...waits,
    words: new Map([
      ['编号', word(node.no, [])],
      ['标题', word(node.title, [])],
      ['单位', word(node.unit, [])],
      ['指标值', wordOf((single === undefined ? undefined : figurePieces(source, single, node)) ?? [], ids)],
      ['标准', wordOf(standardOf(source, node, failing.length > 0 ? failing : figures), ids)],
      ['差距', wordOf(gapPieces(about, item, single, node), ids)],
      ['应评数', { ...count('应评数', asked), figures: figures.map(({ id }) => id) }],
      ['未达标数', count('未达标数', item.counts.unmet)],
      ['待定数', count('待定数', item.counts.undecided)],
      ['名单', wordOf(joinPieces(namedOnes, '、'), ids)],
      ['等', word(failing.length > shown.length ? '等' : '')],
      ['未报单位', word(unitsText(waits.reporters, names), [])],
      ['未报项目', word(owedText(waits.owed, names), [])],
      ['责任单位', word(item.responsible.join('、'), [])],
      ['影响最大', driversWord(dispersions, names)],
      ['补齐', wordOf(levelUps(dispersions, assessment), ids)],
      ['依据', word(node.basis?.document, [])],
      ['自评依据', word(item.grounds)],
    ]),
  }
}

/** The subjects that drive each 差异系数 most, and on which side of the mean they stand; stages are named if several. */
function driversWord(dispersions: readonly Dispersion[], names: number): Word {
  const driven = dispersions.map(({ stage, contributions }) => ({ stage, drivers: contributions.slice(0, names) }))
  const several = driven.filter(({ drivers }) => drivers.length > 0).length > 1
  return {
    text: driven
      .flatMap(({ stage, drivers }) => {
        if (drivers.length === 0) return []
        return `${several && stage !== undefined ? `${stage}的` : ''}${driversText(drivers)}`
      })
      .join('；'),
    figures: driven.flatMap(({ drivers }) => drivers.map(({ figure }) => figure)),
  }
}

const sideOf = (above: boolean): string => `${above ? '高于' : '低于'}全县平均值`

function driversText(drivers: Dispersion['contributions']): string {
  const [first] = drivers
  if (first === undefined) return ''
  if (drivers.length > 1 && drivers.every(({ above }) => above === first.above)) {
    return `${drivers.map(({ name }) => name).join('、')}（均${sideOf(first.above)}）`
  }
  return drivers.map(({ name, above }) => `${name}（${sideOf(above)}）`).join('、')
}

/** No school is told to rise to a floor that still lies under its own line. */
function levelUps(dispersions: readonly Dispersion[], { figures, nodes }: Assessment): readonly Piece[] {
  const told = dispersions
    .filter((one) => !isUnderLine(one, figures))
    .map((one) => levelUp(one, nodes, dispersions.length > 1))
    .filter((pieces) => pieces.length > 0)
  return joinPieces(told, '；')
}

function isUnderLine({ level_up: lift, contributions }: Dispersion, figures: readonly Figure[]): boolean {
  const floor = fromJson(lift?.floor ?? '')
  const members = new Set(contributions.map(({ figure }) => figure))
  return figures.some(({ id, standard }) => {
    const line = members.has(id) && /^[≥>]/.test(standard?.text ?? '') ? fromJson(standard?.value ?? '') : undefined
    return floor !== undefined && line !== undefined && rational.compare(floor, line) < 0
  })
}

/** What would bring a 差异系数 down to its limit, as a sentence of a report says it. */
function levelUp(
  { figure, stage, level_up: lift, unit }: Dispersion,
  nodes: Assessment['nodes'],
  several: boolean,
): readonly Piece[] {
  const { node = '', subject = '' } = parseFigureId(figure) ?? {}
  const grain = nodes.find(({ id }) => id === node)?.grain
  if (lift === undefined || grain === undefined) return []
  const number = (name: string, text: string): Piece => ({
    ...countPiece({ grain, subject }, name, node, text),
    sources: [figure],
  })
  return [
    { text: `${several && stage !== undefined ? stage : ''}把低于` },
    number('补齐底线', lift.floor),
    { text: `${unit ?? ''}的` },
    number('补齐所数', String(lift.schools)),
    { text: '所都提高到这一水平，共需增加' },
    number('补齐总量', lift.total),
    { text: `${lift.unit ?? ''}，差异系数即可降到限值以内` },
  ]
}

/** A number that the run counted, bound to its name. */
const countPiece = ({ grain, subject }: SubjectRef, name: string, indicator: string, text: string): Piece => ({
  text,
  bound: { grain, subject, formula: countName(name, indicator) },
})

/** What is lacking: of the county as a whole, or of the only figure. */
function gapPieces(about: SubjectRef, item: ItemView, single: Figure | undefined, node: NodeView): readonly Piece[] {
  const gap = item.gap ?? single?.gap
  if (gap === undefined) return []
  const at = gap.text.indexOf(gap.amount)
  if (at < 0) return [{ text: gap.text }]
  return [
    { text: gap.text.slice(0, at) },
    countPiece(about, '差距', node.id, gap.amount),
    { text: gap.text.slice(at + gap.amount.length) },
  ]
}

/** The one standard that all share; none when subjects are judged against different ones. */
function standardOf(source: FigureSource, node: NodeView, asked: readonly Figure[]): readonly Piece[] {
  const texts = new Set(asked.map(({ standard }) => standard?.text))
  const [text] = texts
  const [first] = asked
  if (texts.size !== 1 || text === undefined || first === undefined) return []
  return standardPieces(source, spoken(text), first, node)
}

const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/^≥\s*/, '不低于'],
  [/^≤\s*/, '不超过'],
  [/^>\s*/, '高于'],
  [/^<\s*/, '低于'],
  [/^=\s*/, ''],
]

/** A standard as a sentence says it: `≥ 95%` is 不低于95%. */
const spoken = (standard: string): string => SPOKEN.reduce((text, [sign, word]) => text.replace(sign, word), standard)

function named(
  source: FigureSource,
  figure: Figure,
  subjects: ReadonlyMap<string, Subject>,
  node: NodeView,
): readonly Piece[] {
  const name = subjects.get(figure.subject)?.name ?? figure.subject
  const value = figurePieces(source, figure, node)
  return value === undefined ? [{ text: name }] : [{ text: `${name}（` }, ...value, { text: '）' }]
}

const registerTitles = ({ coverage }: Assessment): ReadonlyMap<string, string> =>
  new Map(coverage.registers.map(({ register, title }) => [register, title]))

const reportersOf = (item: ItemView): readonly string[] => [
  ...new Set(item.deciding.map((cause) => cause.unit_name ?? cause.unit ?? '').filter(Boolean)),
]

const unitsText = (units: readonly string[], names: number): string =>
  units.length > names ? `${units.slice(0, names).join('、')}等${units.length}个单位` : units.join('、')

/** Farthest from the standard first, relative to it; figures without numbers keep their order at the end. */
function byShortfall(a: Figure, b: Figure): number {
  const [left, right] = [shortfall(a), shortfall(b)]
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1
  return rational.compare(right, left)
}

function shortfall(figure: Figure): Rational | undefined {
  const value = fromJson(figure.value ?? '')
  const standard = fromJson(figure.standard?.value ?? '')
  if (value === undefined || standard === undefined) return undefined
  const distance = rational.div(rational.sub(value, standard), standard) ?? rational.sub(value, standard)
  return rational.abs(distance)
}

/** Joins the titles of issues that wait for the same few reporters, and of all those that wait for many. */
export function groupByReporters(issues: readonly Issue[], names = DEFAULT_NAMES): readonly Issue[] {
  const groups = new Map<string, Issue[]>()
  for (const issue of issues) {
    const key = issue.reporters.length > names ? '' : `=${issue.reporters.join('、')}`
    groups.set(key, [...(groups.get(key) ?? []), issue])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const titles = group.map(({ node }) => node.title).join('、')
    const figures = [...new Set(group.flatMap(({ words }) => words.get('名单')?.figures ?? []))]
    const reporters = [...new Set(group.flatMap((issue) => issue.reporters))]
    const units = { text: unitsText(reporters, names), figures: [] }
    const owed = [...new Set(group.flatMap((issue) => issue.owed))]
    const items = { text: owedText(owed, names), figures: [] }
    return [
      {
        ...first,
        reporters,
        owed,
        words: new Map([...first.words, ['标题', { text: titles, figures }], ['未报单位', units], ['未报项目', items]]),
      },
    ]
  })
}
