import { Rational, type Value } from '../formula/index.ts'
import type { Outline, OutlineBlock, OutlineChart, OutlineSection } from '../packs/index.ts'
import { type DocumentSubject, documentWords, registerWords, theCounty } from './document-words.ts'
import type { FigureSource } from './figure-source.ts'
import { displayOf } from './figure-source.ts'
import { fillTemplate } from './fill-template.ts'
import { keepingBack } from './keep-back.ts'
import { layOutBlocks } from './lay-out-blocks.ts'
import { type LaidSentence, layOutEntry } from './lay-out-sentences.ts'
import { printRule, roundNumber } from './print-value.ts'
import type { ChartModel, ChartSeries, ReportBlock, ReportModel } from './report-model.ts'
import { shortenReport } from './shorten-report.ts'
import type { Telling } from './telling.ts'

/**
 * Writes the report that the outline describes: sentences whose condition holds, with their figures filled in. When it
 * is longer than the outline allows, whole sentences of the lowest priority are dropped; if that is not enough, items
 * of the verdict tree are told in their shortest form. No sentence is ever cut. `about` is the township, department or
 * school of an outline with `each`.
 */
export function layOutReport(county: FigureSource, outline: Outline, about?: DocumentSubject): ReportModel {
  const limit = outline.max_characters
  const source = keepingBack(county, outline)
  const subject = about ?? theCounty(source)
  const words = new Map([...documentWords(source, subject), ...registerWords(source, outline, subject)])
  const telling: Telling = { source, about: subject, words, brief: false }
  const full = shortenReport(layOutWhole(telling, outline), limit)
  if (limit === undefined || full.characters <= limit) return full
  return shortenReport(layOutWhole({ ...telling, brief: true }, outline), limit)
}

function layOutWhole(telling: Telling, outline: Outline): ReportModel {
  const fill = (template: string | undefined): string | undefined =>
    template === undefined ? undefined : fillHere(telling, template)
  return {
    file: fileName(fillHere(telling, outline.file)),
    title: fill(outline.title) ?? '',
    addressee: fill(outline.addressee),
    signer: fill(outline.signer),
    date: fill(outline.date),
    blocks: outline.sections.flatMap((section, at) => layOutSection(telling, section, String(at + 1))),
    characters: 0,
    dropped: 0,
  }
}

const fillHere = ({ source, about, words }: Telling, template: string): string =>
  fillTemplate(source, template, about, words).text

/** A name of a unit may hold signs that no file name may. */
const fileName = (text: string): string => text.replace(/[\\/:*?"<>|]/g, '－')

function layOutSection(telling: Telling, section: OutlineSection, key: string): readonly ReportBlock[] {
  const { source, about } = telling
  if (section.when !== undefined && source.truthAt(about.grain, about.subject, section.when).truth !== true) return []
  const body = section.body.flatMap((block, at) => layOutBlock(telling, block, `${key}.${at + 1}`))
  if (section.heading === '') return body
  return [{ kind: 'heading', key, level: section.level, text: section.heading }, ...body]
}

function layOutBlock(telling: Telling, block: OutlineBlock, key: string): readonly ReportBlock[] {
  if ('sentences' in block) return layOutParagraph(telling, block, key)
  if ('chart' in block) return [chartBlock(layOutChart(telling, block.chart), key)]
  const { title, widths, blocks } = block.table
  const { source, words, about } = telling
  const grid = layOutBlocks(source, blocks, widths.length, words, about)
  return [{ kind: 'table', key, title: fillHere(telling, title), widths, grid }]
}

/** Issues are paragraphs of their own when they are numbered; other sentences run on. */
function layOutParagraph(
  telling: Telling,
  block: Extract<OutlineBlock, { sentences: unknown }>,
  key: string,
): readonly ReportBlock[] {
  const paragraphs: ReportBlock[] = []
  let running: LaidSentence[] = []
  const close = (): void => {
    if (running.length > 0)
      paragraphs.push({ kind: 'paragraph', key: `${key}.${paragraphs.length + 1}`, sentences: running })
    running = []
  }
  for (const entry of block.sentences) {
    const laid = layOutEntry(telling, entry)
    if ('issues' in entry && entry.issues.numbered === true) {
      close()
      for (const sentence of laid)
        paragraphs.push({ kind: 'paragraph', key: `${key}.${sentence.of ?? 'none'}`, sentences: [sentence] })
    } else running.push(...laid)
  }
  close()
  return paragraphs
}

/** A chart of which nothing could be drawn but limits is told in words. */
function chartBlock(chart: ChartModel, key: string): ReportBlock {
  if (chart.series.some(({ line }) => !line)) return { kind: 'chart', key, chart }
  const text = `${chart.title}。`
  return { kind: 'paragraph', key, sentences: [{ text, pieces: [{ text }], figures: [], priority: 0 }] }
}

/** A series without any value is not drawn, and the title says so and why. */
function layOutChart(telling: Telling, chart: OutlineChart): ChartModel {
  const all = chart.series.map((series) => layOutSeries(telling, series))
  const drawn = all.filter(({ values }) => values.some((value) => value !== undefined))
  const lacking = all.filter((series) => !drawn.includes(series))
  const remarks = [...new Set(lacking.map(({ blank }) => blank))].map((why) => {
    const titles = lacking.filter(({ blank }) => blank === why).map((series) => series.title)
    return `${titles.join('、')}${why}`
  })
  const title = fillHere(telling, chart.title)
  return {
    kind: chart.kind,
    title: remarks.length === 0 ? title : `${title}（${remarks.join('，')}，未绘出）`,
    unit: chart.unit,
    categories: chart.categories.map((category) => fillHere(telling, category)),
    series: drawn.map(({ blank: _, ...series }) => series),
  }
}

/** Why a series without any value has none. */
function blankWord(statuses: readonly Value['status'][]): string {
  if (statuses.includes('error')) return '不能计算'
  return statuses.every((status) => status === 'not_applicable') ? '不适用' : '数据未报全'
}

function layOutSeries(
  { source, about }: Telling,
  series: OutlineChart['series'][number],
): ChartSeries & { readonly blank: string } {
  const { grain, subject } = series.at ?? about
  const answers = series.values.map((formula) => ({ formula, ...source.evaluateAt(grain, subject, formula) }))
  const numbers = answers.map(({ value, formula }) => {
    if (!(value.content instanceof Rational) || source.keptBack?.({ grain, subject }, formula)) return undefined
    const format = { decimals: series.decimals, percent: series.percent === true }
    return roundNumber(value.content, printRule(format, displayOf(source.pack, formula)))
  })
  return {
    title: series.title,
    values: numbers.map((number) => number?.text),
    decimals: Math.max(0, ...numbers.map((number) => number?.decimals ?? 0)),
    line: series.line === true,
    figures: [...new Set(answers.flatMap(({ figures }) => figures))],
    sources: answers.map(({ figures }) => figures[0]),
    blank: blankWord(answers.map(({ value }) => value.status)),
  }
}
