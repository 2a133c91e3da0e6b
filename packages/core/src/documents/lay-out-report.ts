import { Rational, type Value } from '../formula/index.ts'
import type { Outline, OutlineBlock, OutlineChart, OutlineSection } from '../packs/index.ts'
import { displayOf, type FigureSource } from './figure-source.ts'
import { AT_COUNTY, documentWords, fillTemplate, type Words } from './fill-template.ts'
import { layOutBlocks } from './lay-out-blocks.ts'
import { layOutEntry } from './lay-out-sentences.ts'
import { printRule, roundNumber } from './print-value.ts'
import type { ChartModel, ChartSeries, ReportBlock, ReportModel } from './report-model.ts'
import { shortenReport } from './shorten-report.ts'

/**
 * Writes the report that the outline describes: sentences whose condition holds, with their figures filled in. When it
 * is longer than the outline allows, whole sentences of the lowest priority are dropped; if that is not enough, items
 * of the verdict tree are told in their shortest form. No sentence is ever cut.
 */
export function layOutReport(source: FigureSource, outline: Outline): ReportModel {
  const limit = outline.max_characters
  const full = shortenReport(layOutWhole(source, outline, false), limit)
  if (limit === undefined || full.characters <= limit) return full
  return shortenReport(layOutWhole(source, outline, true), limit)
}

function layOutWhole(source: FigureSource, outline: Outline, brief: boolean): ReportModel {
  const words = documentWords(source)
  const fill = (template: string | undefined): string | undefined =>
    template === undefined ? undefined : fillTemplate(source, template, AT_COUNTY, words).text
  return {
    file: outline.file,
    title: fill(outline.title) ?? '',
    addressee: fill(outline.addressee),
    signer: fill(outline.signer),
    date: fill(outline.date),
    blocks: outline.sections.flatMap((section) => layOutSection(source, section, words, brief)),
    characters: 0,
    dropped: 0,
  }
}

function layOutSection(
  source: FigureSource,
  section: OutlineSection,
  words: Words,
  brief: boolean,
): readonly ReportBlock[] {
  if (section.when !== undefined && source.truthAt(AT_COUNTY.grain, AT_COUNTY.subject, section.when).truth !== true)
    return []
  const body = section.body.flatMap((block) => layOutBlock(source, block, words, brief))
  // A heading of which nothing can be said would stand there empty.
  if (section.heading === '' || (body.length === 0 && section.body.length > 0)) return body
  return [{ kind: 'heading', level: section.level, text: section.heading }, ...body]
}

function layOutBlock(source: FigureSource, block: OutlineBlock, words: Words, brief: boolean): readonly ReportBlock[] {
  if ('sentences' in block) return layOutParagraph(source, block, words, brief)
  if ('chart' in block) return [chartBlock(layOutChart(source, block.chart, words))]
  const { title, widths, blocks } = block.table
  return [
    {
      kind: 'table',
      title: fillTemplate(source, title, AT_COUNTY, words).text,
      widths,
      grid: layOutBlocks(source, blocks, widths.length, words),
    },
  ]
}

/** Issues are paragraphs of their own when they are numbered; other sentences run on. */
function layOutParagraph(
  source: FigureSource,
  block: Extract<OutlineBlock, { sentences: unknown }>,
  words: Words,
  brief: boolean,
): readonly ReportBlock[] {
  const paragraphs: ReportBlock[] = []
  let running: ReturnType<typeof layOutEntry>[number][] = []
  const close = (): void => {
    if (running.length > 0) paragraphs.push({ kind: 'paragraph', sentences: running })
    running = []
  }
  for (const entry of block.sentences) {
    const laid = layOutEntry(source, entry, words, brief)
    if ('issues' in entry && entry.issues.numbered === true) {
      close()
      for (const sentence of laid) paragraphs.push({ kind: 'paragraph', sentences: [sentence] })
    } else running.push(...laid)
  }
  close()
  return paragraphs
}

/** A chart of which nothing could be drawn but limits is told in words. */
function chartBlock(chart: ChartModel): ReportBlock {
  if (chart.series.some(({ line }) => !line)) return { kind: 'chart', chart }
  return { kind: 'paragraph', sentences: [{ text: `${chart.title}。`, figures: [], priority: 0 }] }
}

/** A series without any value is not drawn, and the title says so and why. */
function layOutChart(source: FigureSource, chart: OutlineChart, words: Words): ChartModel {
  const all = chart.series.map((series) => layOutSeries(source, series))
  const drawn = all.filter(({ values }) => values.some((value) => value !== undefined))
  const lacking = all.filter((series) => !drawn.includes(series))
  const remarks = [...new Set(lacking.map(({ blank }) => blank))].map((why) => {
    const titles = lacking.filter(({ blank }) => blank === why).map((series) => series.title)
    return `${titles.join('、')}${why}`
  })
  const title = fillTemplate(source, chart.title, AT_COUNTY, words).text
  return {
    kind: chart.kind,
    title: remarks.length === 0 ? title : `${title}（${remarks.join('，')}，未绘出）`,
    unit: chart.unit,
    categories: chart.categories.map((category) => fillTemplate(source, category, AT_COUNTY, words).text),
    series: drawn.map(({ blank: _, ...series }) => series),
  }
}

/** Why a series without any value has none. */
function blankWord(statuses: readonly Value['status'][]): string {
  if (statuses.includes('error')) return '不能计算'
  return statuses.every((status) => status === 'not_applicable') ? '不适用' : '数据未报全'
}

function layOutSeries(
  source: FigureSource,
  series: OutlineChart['series'][number],
): ChartSeries & { readonly blank: string } {
  const { grain, subject } = series.at ?? AT_COUNTY
  const answers = series.values.map((formula) => ({ formula, ...source.evaluateAt(grain, subject, formula) }))
  const numbers = answers.map(({ value, formula }) => {
    if (!(value.content instanceof Rational)) return undefined
    const format = { decimals: series.decimals, percent: series.percent === true }
    return roundNumber(value.content, printRule(format, displayOf(source.pack, formula)))
  })
  return {
    title: series.title,
    values: numbers.map((number) => number?.text),
    decimals: Math.max(0, ...numbers.map((number) => number?.decimals ?? 0)),
    line: series.line === true,
    figures: [...new Set(answers.flatMap(({ figures }) => figures))],
    blank: blankWord(answers.map(({ value }) => value.status)),
  }
}
