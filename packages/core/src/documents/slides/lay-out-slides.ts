import type { Assessment } from '../../evaluation/index.ts'
import type { ReportBlock, ReportModel, SentenceModel } from '../report-model.ts'
import { closingSlides } from './closing-slides.ts'
import { joinLeads } from './join-leads.ts'
import { shortenSentence, textLength } from './shorten-sentence.ts'
import type { Slide, SlideDeck, SlidePicture } from './slide-model.ts'
import { noteOf } from './speaker-note.ts'
import { splitTable } from './split-table.ts'

/** What can be read from three metres: so many points to a slide, so many characters to a point, so many rows to a table. */
const POINTS = 5
const CHARACTERS = 44
const ROWS = 9
/** Slides that one heading may take for its sentences, and one table. */
const SLIDES = 2
/** A table of more columns is left to the report. */
const COLUMNS = 10

interface Section {
  readonly heading: string
  readonly blocks: ReportBlock[]
}

/** A deck for the hearing, from the report of a run: what the report says, shortened at its clauses, in its order. */
export function layOutSlides(
  report: ReportModel,
  assessment: Assessment,
  pictures: readonly SlidePicture[] = [],
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
  const shown = sections.filter(({ heading }) => heading !== '')
  return {
    title,
    footer: `${assessment.run.county.name}　${assessment.run.year} 年度`,
    slides: [
      { kind: 'cover', title: report.title, lines, notes: title },
      { kind: 'agenda', heading: '汇报提纲', items: shown.map(({ heading }) => heading), notes: '' },
      ...sections.slice(0, end).flatMap((section) => sectionSlides(section, assessment)),
      ...pictureSlides(pictures),
      ...sections.slice(end).flatMap((section) => sectionSlides(section, assessment)),
      ...closingSlides(
        assessment,
        shown.map(({ heading }) => heading),
      ),
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
  let told: (readonly SentenceModel[])[] = []
  const close = (): void => {
    slides.push(...pointSlides(under, joinLeads(told), assessment))
    told = []
  }
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close()
      under = block.text
    } else if (block.kind === 'paragraph') told.push(block.sentences)
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

/** The most important sentences, in the order of the report; what finds no place is left to the notes of the last slide. */
function pointSlides(heading: string, sentences: readonly SentenceModel[], assessment: Assessment): readonly Slide[] {
  const most = POINTS * SLIDES
  const important = sentences
    .filter(saysSomething)
    .toSorted((a, b) => a.priority - b.priority)
    .slice(0, most)
  const shown = sentences.filter((sentence) => important.includes(sentence))
  const left = sentences.filter((sentence) => !important.includes(sentence))
  const slides: Slide[] = []
  for (let from = 0; from < shown.length; from += POINTS) {
    const part = shown.slice(from, from + POINTS)
    const isLast = from + POINTS >= shown.length
    const rest = isLast && left.length > 0 ? [`报告另有：${left.map(({ text }) => text).join('')}`] : []
    slides.push({
      kind: 'points',
      heading:
        shown.length > POINTS ? `${heading}（${from / POINTS + 1}/${Math.ceil(shown.length / POINTS)}）` : heading,
      points: part.map(({ text }) => shortenSentence(text, CHARACTERS)),
      notes: [...part.map((sentence) => noteOf(sentence, assessment)), ...rest].join('\n'),
    })
  }
  return slides
}

/** Of a sentence that is cut short only 按照某文件的规定 would stay: it says nothing on a slide. */
const saysSomething = ({ text }: SentenceModel): boolean =>
  textLength(text) <= CHARACTERS || !/^(?:按照|根据|依据)/u.test(text)

function tableSlides(block: Extract<ReportBlock, { kind: 'table' }>, under: string): readonly Slide[] {
  const heading = block.title === '' ? under : block.title
  if (block.grid.columns > COLUMNS) return []
  const parts = splitTable(block.grid, ROWS)
  return parts.slice(0, SLIDES).map((grid, index) => ({
    kind: 'table' as const,
    heading: parts.length > 1 ? `${heading}（${index + 1}/${parts.length}）` : heading,
    grid,
    widths: block.widths,
    notes: parts.length > SLIDES && index === SLIDES - 1 ? `${heading}的其余各行见报告。` : heading,
  }))
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
