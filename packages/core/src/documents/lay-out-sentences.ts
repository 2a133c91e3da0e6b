import { parseFigureId, type Subject } from '../evaluation/index.ts'
import type { OutlineIssues, OutlineList, OutlineSentence } from '../packs/index.ts'
import { bindFirst } from './bound-pieces.ts'
import type { FigureSource } from './figure-source.ts'
import { type Filled, fillBriefly, fillTemplate, hidesPlace, joinFilled, plainText, SOURCES } from './fill-template.ts'
import { describeIssue, groupByReporters, type Issue } from './issue-words.ts'
import { type ItemAt, itemAt, subjectsIn } from './item-at.ts'
import type { SentenceModel } from './report-model.ts'
import type { Telling } from './telling.ts'
import { type SubjectRef, type Word, type Words, wordOf } from './word.ts'

type Entry = OutlineSentence | OutlineList | OutlineIssues

/** A sentence, and the indicator that it alone is about. */
export interface LaidSentence extends SentenceModel {
  readonly of?: string
}

/** The sentences that one entry of a paragraph gives in this run: none when its condition is known not to hold. */
export function layOutEntry(telling: Telling, entry: Entry): readonly LaidSentence[] {
  const priority = entry.priority ?? 0
  const place = placeOf(telling, entry)
  if (entry.when !== undefined) {
    const { truth } = telling.source.truthAt(place.grain, place.subject, entry.when)
    if (truth === undefined) return unknownSentence(telling, entry, priority)
    if (!truth) return []
  }
  if ('list' in entry) return sentences([layOutList(telling, entry.list)], priority)
  if ('issues' in entry) return sentences(layOutIssues(telling, entry.issues), priority)
  const filled = fillTemplate(telling.source, toldText(telling, entry, place), place, telling.words)
  if (!filled.complete && entry.unknown !== undefined) return unknownSentence(telling, entry, priority)
  return sentences([filled], priority)
}

/** The first way of saying it of which every place is told, else the last. */
function toldText({ source }: Telling, { text, kept = [] }: OutlineSentence, place: SubjectRef): string {
  const ways = [text, ...[kept].flat()]
  return ways.find((way) => !hidesPlace(source, way, place)) ?? ways.at(-1) ?? text
}

const placeOf = (telling: Telling, entry: Entry): SubjectRef => ('at' in entry ? entry.at : undefined) ?? telling.about

/** What a template stands on counts for its `unknown` form as well: the reader may ask which data are missing. */
function unknownSentence(telling: Telling, entry: Entry, priority: number): readonly LaidSentence[] {
  if (!('unknown' in entry) || entry.unknown === undefined) return []
  const place = placeOf(telling, entry)
  const filled = fillTemplate(telling.source, entry.unknown, place, telling.words)
  const asked = fillTemplate(telling.source, entry.text, place, telling.words)
  return sentences([{ ...filled, figures: [...new Set([...filled.figures, ...asked.figures])] }], priority)
}

interface FilledItem extends Filled {
  readonly of?: string
}

const sentences = (filled: readonly FilledItem[], priority: number): readonly LaidSentence[] =>
  filled.filter(({ text }) => text !== '').map(({ complete: _, ...sentence }) => ({ ...sentence, priority }))

function layOutList({ source, about, words }: Telling, list: OutlineList['list']): Filled {
  const found = source.listSubjects(list.over, {
    ...(list.where === undefined ? {} : { where: list.where }),
    ...(list.order_by === undefined ? {} : { orderBy: list.order_by }),
    descending: list.descending ?? false,
  })
  const inside = subjectsIn(source, found.subjects, about)
  const listed = inside.slice(0, list.limit)
  if (listed.length === 0) {
    return list.none === undefined ? plainText('') : fillTemplate(source, list.none, about, words)
  }
  const counted: Words = new Map([
    ...words,
    ['列出数', { text: String(listed.length), figures: [] }],
    ['总数', totalWord(source, about, list, inside, found.figures)],
  ])
  const lead = fillTemplate(source, leadOf(list, listed.length === inside.length), about, counted)
  const items = listed.map((subject) =>
    fillTemplate(
      source,
      list.item,
      { grain: list.over, subject: subject.id },
      new Map([...counted, ['对象名称', { text: subject.name, figures: [] }]]),
    ),
  )
  const separated = items.flatMap((item, at) => (at === 0 ? [item] : [plainText(list.separator ?? '、'), item]))
  return { ...joinFilled([lead, ...separated, plainText(list.end ?? '。')]), complete: true }
}

/** How many there are of a list, bound to the formula that counts them where it gives the same number. */
function totalWord(
  source: FigureSource,
  about: SubjectRef,
  { over, where }: OutlineList['list'],
  listed: readonly Subject[],
  figures: readonly string[],
): Word {
  const name = source.pack.grains?.find(({ id }) => id === over)?.title ?? over
  const counts = where === undefined ? [`计数(${name})`] : [`计数(${name}[${where}])`, countTrue(name, where)]
  const { grain, subject } = about
  const bindings = counts.map((formula) => ({ grain, subject, formula, decimals: 0 }))
  // A count stands on all who were asked; it leads to those that it counts.
  const ids = new Set(listed.map(({ id }) => id))
  const counted = figures.filter((figure) => ids.has(parseFigureId(figure)?.subject ?? '')).slice(0, SOURCES)
  const pieces = bindFirst(source, String(listed.length), bindings)
  return wordOf(
    pieces.map((piece) => (piece.bound === undefined || counted.length === 0 ? piece : { ...piece, sources: counted })),
    figures,
  )
}

/** As a list does, it leaves out what cannot be decided. */
const countTrue = (name: string, where: string): string => `计数(${name}[情形 已报(${where}) → ${where}; 否则 假])`

const leadOf = (list: OutlineList['list'], complete: boolean): string =>
  (complete ? list.lead_all : undefined) ?? list.lead ?? ''

function layOutIssues(telling: Telling, block: OutlineIssues['issues']): readonly FilledItem[] {
  const { source, about, words, brief } = telling
  const issues = findIssues(telling, block)
  if (issues.length === 0) {
    const said = (hasOpenItems(telling, block) ? block.unknown : undefined) ?? block.none
    return said === undefined ? [] : [fillTemplate(source, said, about, words)]
  }
  return issues.map((issue, index) => {
    const of = issue.node.id
    const template = block.of?.[of] ?? (issue.many ? block.many : block.single)
    const fill = brief ? fillBriefly : fillTemplate
    const filled = fill(source, template, about, new Map([...words, ...issue.words]))
    return block.numbered === true ? { ...joinFilled([plainText(`${index + 1}.`), filled]), of } : filled
  })
}

/** Whether missing data leave open what is asked for. */
const hasOpenItems = (telling: Telling, { sections }: OutlineIssues['issues']): boolean =>
  itemsIn(telling, sections).some(({ item }) => item.state === 'undecided')

function itemsIn({ source, about }: Telling, sections: readonly string[] | undefined): readonly ItemAt[] {
  const assessment = source.assessment()
  return assessment.sections
    .filter(({ id }) => sections === undefined || sections.includes(id))
    .flatMap((section) => section.items)
    .flatMap((item) => itemAt(assessment, item, about) ?? [])
}

/** Whether an item is known not to have been met last year. */
const wasUnmet = ({ source, about }: Telling, indicator: string): boolean =>
  source.truthAt(about.grain, about.subject, `上年(${indicator}.met)`).truth === false

/** Adds 比上年: what became of the figure of an item judged once. */
function withChange({ source, about, words }: Telling, issue: Issue): Issue {
  if (issue.many) return issue
  const { text, figures, pieces } = fillTemplate(source, `{较上年 ${issue.node.id}}`, about, words)
  return { ...issue, words: new Map([...issue.words, ['比上年', { text, figures, pieces }]]) }
}

function findIssues(telling: Telling, block: OutlineIssues['issues']): readonly Issue[] {
  const { source, about } = telling
  const issues = itemsIn(telling, block.sections)
    .filter(({ item }) => block.states.some((state) => state === item.state))
    .filter(({ item }) => block.only_named !== true || block.of?.[item.indicator] !== undefined)
    .filter(({ item }) => block.was === undefined || wasUnmet(telling, item.indicator))
    .flatMap((found) => describeIssue(source, about, found, block.names) ?? [])
    .map((issue) => withChange(telling, issue))
  return block.grouped === true ? groupByReporters(issues, block.names) : issues
}
