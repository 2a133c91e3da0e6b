import type { Assessment } from '../../evaluation/index.ts'
import type { ReportBlock, ReportModel } from '../report-model.ts'
import { closingSlides } from './closing-slides.ts'
import { type Point, pointsOf } from './points-of.ts'
import { textLength } from './shorten-sentence.ts'
import type { Slide, SlideDeck, SlidePicture } from './slide-model.ts'
import { noteOf } from './speaker-note.ts'
import { splitTable } from './split-table.ts'

/** What can be read from three metres: so many points and lines to a slide, so many characters to a line, so many rows to a table. */
const POINTS = 5
const LINES = 8
const LINE = 40
const ROWS = 9
/** Slides that one table may take. */
const SLIDES = 2
/** A table of more columns is left to the report. */
const COLUMNS = 10

interface Section {
  readonly heading: string
  readonly blocks: ReportBlock[]
}

interface DeckOrder {
  readonly pictures?: readonly SlidePicture[]
  /** Whom the report is about, for the foot of each slide. */
  readonly about: string
  /** What is short and what is to be done, where the report says nothing of it: not beside words that somebody edited. */
  readonly closing?: boolean
}

/** A deck for the hearing: what the report says, every sentence of it, shortened at its clauses, in its order. */
export function layOutSlides(
  report: ReportModel,
  assessment: Assessment,
  { pictures = [], about, closing = false }: DeckOrder,
): SlideDeck {
  const sections = sectionsOf(report.blocks)
  const title = report.title.replaceAll('\n', '')
  // A date that is still to be written by hand is left to the paper.
  const lines = [report.signer, report.date].flatMap((line) =>
    line === undefined || /[\s　]月/u.test(line) ? [] : line,
  )
  // Pictures show what was done: they come before what is still short.
  const ending = sections.findIndex(({ heading }) => /问题|不足|下一步/u.test(heading))
  const end = ending < 0 ? sections.length : ending
  const headings = sections.map(({ heading }) => heading).filter((heading) => heading !== '')
  return {
    title,
    footer: `${about}　${assessment.run.year} 年度`,
    slides: [
      { kind: 'cover', title: report.title, lines, notes: title },
      { kind: 'agenda', heading: '汇报提纲', items: headings, notes: '' },
      ...sections.slice(0, end).flatMap((section) => sectionSlides(section, assessment)),
      ...pictureSlides(pictures),
      ...sections.slice(end).flatMap((section) => sectionSlides(section, assessment)),
      ...(closing ? closingSlides(assessment, headings) : []),
    ],
  }
}

/** Headings of the first level; what stands before the first belongs to 总体情况. */
function sectionsOf(blocks: readonly ReportBlock[]): readonly Section[] {
  const sections: Section[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push({ heading: block.text, blocks: [] })
    else {
      if (sections.length === 0) sections.push({ heading: '总体情况', blocks: [] })
      sections.at(-1)?.blocks.push(block)
    }
  }
  return sections.filter((section) => section.blocks.length > 0)
}

function sectionSlides({ heading, blocks }: Section, assessment: Assessment): readonly Slide[] {
  const slides: Slide[] = []
  let under = heading
  let told: Point[] = []
  const close = (): void => {
    slides.push(...pointSlides(under, told, assessment))
    told = []
  }
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close()
      under = block.text
    } else if (block.kind === 'paragraph') told.push(...pointsOf(block.sentences))
    else if (block.kind === 'chart') {
      close()
      const { chart } = block
      slides.push({
        kind: 'chart',
        heading: chart.title,
        chart,
        notes: chart.series.map(({ title }) => title).join('、'),
      })
    } else {
      close()
      slides.push(...tableSlides(block, under))
    }
  }
  close()
  return slides
}

/** Every sentence has its place; the slides of a heading are as many as that takes. */
function pointSlides(heading: string, points: readonly Point[], assessment: Assessment): readonly Slide[] {
  const parts = packPoints(points)
  return parts.map((part, index) => ({
    kind: 'points' as const,
    heading: parts.length > 1 ? `${heading}（${index + 1}/${parts.length}）` : heading,
    points: part.map(({ shown }) => shown),
    notes: part.map((point) => noteOf(point, assessment)).join('\n'),
  }))
}

/** As few slides as the points need, and none of them left nearly empty. */
function packPoints(points: readonly Point[]): readonly (readonly Point[])[] {
  const fewest = pack(points, LINES).length
  for (let lines = 1; lines < LINES; lines += 1) {
    const even = pack(points, lines)
    if (even.length === fewest) return even
  }
  return pack(points, LINES)
}

function pack(points: readonly Point[], most: number): readonly (readonly Point[])[] {
  const parts: Point[][] = []
  let lines = 0
  for (const point of points) {
    const own = Math.ceil(textLength(point.shown) / LINE)
    const last = parts.at(-1)
    const isFull = last === undefined || last.length === POINTS || lines + own > most
    lines = isFull ? own : lines + own
    if (isFull) parts.push([point])
    else last.push(point)
  }
  return parts
}

function tableSlides(block: Extract<ReportBlock, { kind: 'table' }>, under: string): readonly Slide[] {
  const heading = block.title === '' ? under : block.title
  if (block.grid.columns > COLUMNS) return []
  const parts = splitTable(block.grid, ROWS)
  return parts.slice(0, SLIDES).map((grid, index) => ({
    kind: 'table' as const,
    heading: tableHeading(heading, index, parts.length),
    grid,
    widths: block.widths,
    notes: parts.length > SLIDES && index === SLIDES - 1 ? `${heading}的其余各行见报告。` : heading,
  }))
}

/** The last slide of a table that is too long says so. */
function tableHeading(heading: string, index: number, parts: number): string {
  if (parts === 1) return heading
  const rest = index === SLIDES - 1 && parts > SLIDES ? '，其余见报告' : ''
  return `${heading}（${index + 1}/${parts}${rest}）`
}

function pictureSlides(pictures: readonly SlidePicture[]): readonly Slide[] {
  const slides: Slide[] = []
  for (let from = 0; from < pictures.length; from += 2) {
    const pair = pictures.slice(from, from + 2)
    slides.push({
      kind: 'pictures',
      heading: '现场照片',
      pictures: pair,
      notes: pair.map((one) => one.caption).join('\n'),
    })
  }
  return slides
}
