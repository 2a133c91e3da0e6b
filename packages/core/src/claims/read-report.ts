import { findClaims, type Passage } from './extract/find-claims.ts'
import { originalSpan, type PlainText, plainText, type Simplify } from './read/plain-text.ts'
import type { ReportText, Span, TableBlock } from './read/report-text.ts'
import { toldAgainAcross, toldAgainWithin } from './relations/again/again-of-text.ts'
import { namedAgain, provedBy } from './relations/again/named-again.ts'
import { spokenBack } from './relations/again/spoken-back.ts'
import { changesAcross, changesWithin } from './relations/changes/changes-of-text.ts'
import { type PointWording, pointWordings } from './relations/changes/point-wording.ts'
import { fitting } from './relations/fits/fits-of-text.ts'
import { orphanSums } from './relations/fits/orphan-sums.ts'
import { soughtQuestions } from './relations/fits/sought.ts'
import { ratiosAcross, ratiosWithin } from './relations/ratios/ratios-of-text.ts'
import type { Question } from './relations/relation.ts'
import { oneWhole } from './relations/shares/one-whole.ts'
import { restsOfShares } from './relations/shares/rests-of-shares.ts'
import { sharesAcross, sharesWithin } from './relations/shares/shares-of-text.ts'
import { sharesOfSums } from './relations/shares/sums-known.ts'
import { saidOfStages } from './relations/stages/stages-of-text.ts'
import { listedBefore } from './relations/sums/listed-before.ts'
import { sumsAcross, sumsWithin } from './relations/sums/sums-of-text.ts'
import { LONE_NUMBER, type PlainCell, readTable } from './relations/tables/table-claims.ts'
import { tableQuestions } from './relations/tables/tables.ts'
import type { ReportPlace } from './report-check.ts'

/** A report read as passages, each with its place in the original. */
export interface ReadReport {
  readonly passages: readonly Passage[]
  readonly tables: readonly ReadTable[]
  readonly questions: readonly Question[]
  /** Percentage points that are printed as per cent. */
  readonly pointWordings: readonly PointWording[]
  /** Original text of a stretch of a passage, and where it stands. */
  readonly quote: (passage: number, span: Span) => { readonly text: string; readonly at: ReportPlace }
}

/** The cells of a table in the order of the text, with the passage that each is. */
export type ReadTable = readonly Pick<PlainCell, 'row' | 'column' | 'passage'>[]

interface Reading {
  readonly passages: Passage[]
  readonly tables: ReadTable[]
  readonly plain: PlainText[]
  readonly places: Omit<ReportPlace, 'start' | 'end'>[]
  readonly questions: Question[]
  claims: number
}

/** Reads the quantities of a report and what the text says of how they hang together. */
export function readReport(report: ReportText, simplify: Simplify): ReadReport {
  const reading: Reading = { passages: [], tables: [], plain: [], places: [], questions: [], claims: 0 }
  for (const [at, block] of report.blocks.entries()) {
    if (block.kind === 'table') readTableBlock(reading, report, block, at + 1, simplify)
    else addPassage(reading, plainText(report.text, block.pieces, simplify), { paragraph: at + 1 })
  }
  const { passages } = reading
  const prose = passages.filter((_, at) => reading.places[at]?.row === undefined)
  const told = [
    ...reading.questions,
    ...passages.flatMap(saidWithin),
    ...saidAcross(prose),
    ...saidOfStages(prose, passages),
  ]
  const whole = [...told, ...oneWhole(prose, told)]
  const summed = [...whole, ...listedBefore(prose, whole)]
  const known = [...summed, ...sharesOfSums(passages, summed)]
  const sought = [...known, ...soughtQuestions(prose, known)]
  const asked = [...sought, ...restsOfShares(prose, sought)]
  const proved = provedBy(asked)
  const again = [...asked, ...namedAgain(prose, proved), ...spokenBack(passages, proved), ...orphanSums(prose, proved)]
  const questions = [...again, ...fitting(prose, proved)]
  const quote = (passage: number, span: Span) => {
    const plain = reading.plain[passage] ?? { text: '', origins: [] }
    const { start, end } = originalSpan(plain, span)
    return { text: report.text.slice(start, end), at: { start, end, paragraph: 1, ...reading.places[passage] } }
  }
  return { passages, tables: reading.tables, questions, pointWordings: pointWordings(prose), quote }
}

/** What one paragraph, or one cell, says of its own numbers. */
const saidWithin = (passage: Passage): readonly Question[] => [
  ...sumsWithin(passage),
  ...sharesWithin(passage),
  ...changesWithin(passage),
  ...ratiosWithin(passage),
  ...toldAgainWithin(passage),
]

/** What paragraphs say of the numbers of each other. */
const saidAcross = (prose: readonly Passage[]): readonly Question[] => [
  ...sumsAcross(prose),
  ...sharesAcross(prose),
  ...changesAcross(prose),
  ...ratiosAcross(prose),
  ...toldAgainAcross(prose),
]

function addPassage(reading: Reading, plain: PlainText, place: Omit<ReportPlace, 'start' | 'end'>): Passage {
  const passage = findClaims(plain.text, reading.passages.length, reading.claims)
  reading.claims += passage.claims.length
  reading.passages.push(passage)
  reading.plain.push(plain)
  reading.places.push(place)
  return passage
}

/** The cells of a table; those that hold nothing but a number are read together with their headings. */
function readTableBlock(
  reading: Reading,
  report: ReportText,
  block: TableBlock,
  paragraph: number,
  simplify: Simplify,
): void {
  const caption = reading.passages
    .slice(-2)
    .map(({ text }) => text)
    .join('')
    .slice(-40)
  const cells: PlainCell[] = []
  for (const { row, column, rowSpan, columnSpan, ...span } of block.cells) {
    const plain = plainText(report.text, [span], simplify)
    const passage = addPassage(reading, plain, { paragraph, row: row + 1, column: column + 1 })
    cells.push({ row, column, rowSpan, columnSpan, text: plain.text.trim(), passage: passage.index })
  }
  reading.tables.push(cells)
  const alone = cells.filter(({ text }) => LONE_NUMBER.test(text))
  if (alone.length === 0) return
  for (const { passage } of alone) replaceClaims(reading, passage, [])
  const table = readTable(cells, caption, reading.claims)
  reading.claims += table.claims.length
  for (const claim of table.claims) replaceClaims(reading, claim.passage, [claim])
  reading.questions.push(...tableQuestions(table))
}

function replaceClaims(reading: Reading, passage: number, claims: Passage['claims']): void {
  const former = reading.passages[passage]
  if (former !== undefined) reading.passages[passage] = { ...former, claims }
}
