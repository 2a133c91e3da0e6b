import type { OutlineIssues, OutlineList, OutlineSentence } from '../packs/index.ts'
import type { FigureSource } from './figure-source.ts'
import { AT_COUNTY, type Filled, fillBriefly, fillTemplate, type Words } from './fill-template.ts'
import { describeIssue, groupByReporters, type Issue } from './issue-words.ts'
import type { SentenceModel } from './report-model.ts'

type Entry = OutlineSentence | OutlineList | OutlineIssues

/** The sentences that one entry of a paragraph gives in this run: none when its condition is known not to hold. */
export function layOutEntry(
  source: FigureSource,
  entry: Entry,
  words: Words,
  brief: boolean,
): readonly SentenceModel[] {
  const priority = entry.priority ?? 0
  const place = ('at' in entry ? entry.at : undefined) ?? AT_COUNTY
  if (entry.when !== undefined) {
    const { truth } = source.truthAt(place.grain, place.subject, entry.when)
    if (truth === undefined) return unknownSentence(source, entry, words, priority)
    if (!truth) return []
  }
  if ('list' in entry) return sentences([layOutList(source, entry.list, words)], priority)
  if ('issues' in entry) return sentences(layOutIssues(source, entry.issues, words, brief), priority)
  const filled = fillTemplate(source, entry.text, place, words)
  if (!filled.complete && entry.unknown !== undefined) return unknownSentence(source, entry, words, priority)
  return sentences([filled], priority)
}

/** What a template stands on counts for its `unknown` form as well: the reader may ask which data are missing. */
function unknownSentence(source: FigureSource, entry: Entry, words: Words, priority: number): readonly SentenceModel[] {
  if (!('unknown' in entry) || entry.unknown === undefined) return []
  const place = ('at' in entry ? entry.at : undefined) ?? AT_COUNTY
  const filled = fillTemplate(source, entry.unknown, place, words)
  const asked = fillTemplate(source, entry.text, place, words)
  return sentences([{ ...filled, figures: [...new Set([...filled.figures, ...asked.figures])] }], priority)
}

const sentences = (filled: readonly Filled[], priority: number): readonly SentenceModel[] =>
  filled.filter(({ text }) => text !== '').map(({ text, figures }) => ({ text, figures, priority }))

function layOutList(source: FigureSource, list: OutlineList['list'], words: Words): Filled {
  const found = source.listSubjects(list.over, {
    ...(list.where === undefined ? {} : { where: list.where }),
    ...(list.order_by === undefined ? {} : { orderBy: list.order_by }),
    descending: list.descending ?? false,
  })
  const listed = found.subjects.slice(0, list.limit)
  if (listed.length === 0) {
    return list.none === undefined
      ? { text: '', figures: [], complete: true }
      : fillTemplate(source, list.none, AT_COUNTY, words)
  }
  const counted: Words = new Map([
    ...words,
    ['列出数', { text: String(listed.length), figures: [] }],
    ['总数', { text: String(found.subjects.length), figures: found.figures }],
  ])
  const lead = fillTemplate(source, leadOf(list, listed.length === found.subjects.length), AT_COUNTY, counted)
  const items = listed.map((subject) =>
    fillTemplate(
      source,
      list.item,
      { grain: list.over, subject: subject.id },
      new Map([...counted, ['对象名称', { text: subject.name, figures: [] }]]),
    ),
  )
  const text = `${lead.text}${items.map((item) => item.text).join(list.separator ?? '、')}${list.end ?? '。'}`
  return { text, figures: [...new Set([...lead.figures, ...items.flatMap((item) => item.figures)])], complete: true }
}

const leadOf = (list: OutlineList['list'], complete: boolean): string =>
  (complete ? list.lead_all : undefined) ?? list.lead ?? ''

function layOutIssues(
  source: FigureSource,
  block: OutlineIssues['issues'],
  words: Words,
  brief: boolean,
): readonly Filled[] {
  const issues = findIssues(source, block)
  if (issues.length === 0) return block.none === undefined ? [] : [fillTemplate(source, block.none, AT_COUNTY, words)]
  return issues.map((issue, index) => {
    const template = block.of?.[issue.node.id] ?? (issue.many ? block.many : block.single)
    const fill = brief ? fillBriefly : fillTemplate
    const filled = fill(source, template, AT_COUNTY, new Map([...words, ...issue.words]))
    return block.numbered === true ? { ...filled, text: `${index + 1}.${filled.text}` } : filled
  })
}

function findIssues(source: FigureSource, block: OutlineIssues['issues']): readonly Issue[] {
  const assessment = source.assessment()
  const issues = assessment.sections
    .filter((section) => block.sections === undefined || block.sections.includes(section.id))
    .flatMap((section) => section.items)
    .filter((item) => block.states.some((state) => state === item.state))
    .filter((item) => block.only_named !== true || block.of?.[item.indicator] !== undefined)
    .flatMap((item) => describeIssue(assessment, item, block.names) ?? [])
  return block.grouped === true ? groupByReporters(issues, block.names) : issues
}
