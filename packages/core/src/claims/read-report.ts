import type { Claim } from './extract/claim.ts'
import { findClaims, type Passage } from './extract/find-claims.ts'
import { stageTotals } from './extract/stage-totals.ts'
import { originalSpan, type PlainText, plainText, type Simplify } from './read/plain-text.ts'
import type { ReportText, Span, TableBlock } from './read/report-text.ts'
import { acrossParagraphs } from './relations/across-paragraphs.ts'
import { averageQuestions } from './relations/averages.ts'
import { bothShares } from './relations/both-shares.ts'
import { changesApart } from './relations/changes-apart.ts'
import { changesOfParts } from './relations/changes-of-parts.ts'
import { classifiedLists } from './relations/classified-lists.ts'
import { clearedAway } from './relations/cleared-away.ts'
import { columnsByPlace } from './relations/columns-by-place.ts'
import { countedWholes } from './relations/counted-wholes.ts'
import { crossProducts } from './relations/cross-products.ts'
import { eachOfUnit } from './relations/each-of-unit.ts'
import { enumeratedSums } from './relations/enumerated-sums.ts'
import { fitQuestions } from './relations/fits.ts'
import { forEachPost } from './relations/for-each-post.ts'
import { fromBase } from './relations/from-base.ts'
import { gapsOf } from './relations/gaps.ts'
import { gatheredSums } from './relations/gathered-sums.ts'
import { gradeShares } from './relations/grade-shares.ts'
import { gradeSums } from './relations/grade-sums.ts'
import { growthQuestions } from './relations/growth.ts'
import { headsOfSentence } from './relations/heads-of-sentence.ts'
import { inOtherUnits } from './relations/in-other-units.ts'
import { inclusivePlaces } from './relations/inclusive-places.ts'
import { incomeLessSpending } from './relations/income-less-spending.ts'
import { interleavedSums } from './relations/interleaved-sums.ts'
import { introducedLists } from './relations/introduced-lists.ts'
import { itemOfItsList } from './relations/item-of-its-list.ts'
import { jointShares } from './relations/joint-shares.ts'
import { listedBefore } from './relations/listed-before.ts'
import { listsAfterShares } from './relations/lists-after-shares.ts'
import { looseSums } from './relations/loose-sums.ts'
import { madeOfTwo } from './relations/made-of-two.ts'
import { multiples } from './relations/multiples.ts'
import { namedAfterParts } from './relations/named-after-parts.ts'
import { namedAgain, provedBy } from './relations/named-again.ts'
import { namedBases } from './relations/named-bases.ts'
import { namedRatios } from './relations/named-ratios.ts'
import { namedShares } from './relations/named-shares.ts'
import { namedSidesRatio } from './relations/named-sides-ratio.ts'
import { netChanges } from './relations/net-changes.ts'
import { oneWhole } from './relations/one-whole.ts'
import { orderQuestions } from './relations/orders.ts'
import { orphanSums } from './relations/orphan-sums.ts'
import { ownAverages } from './relations/own-averages.ts'
import { parallelSums } from './relations/parallel-sums.ts'
import { partitions } from './relations/partitions.ts'
import { partsByRate } from './relations/parts-by-rate.ts'
import { planShares } from './relations/plan-shares.ts'
import { type PointWording, pointWordings } from './relations/point-wording.ts'
import { pointsApart } from './relations/points-apart.ts'
import { postsByRatio } from './relations/posts-by-ratio.ts'
import { rateBounds } from './relations/rate-bounds.ts'
import { rateByDays } from './relations/rate-by-days.ts'
import { rateOfBegun } from './relations/rate-of-begun.ts'
import type { Question } from './relations/relation.ts'
import { remainders } from './relations/remainders.ts'
import { repeats } from './relations/repeats.ts'
import { restatedQuestions } from './relations/restated.ts'
import { restsOfShares } from './relations/rests-of-shares.ts'
import { runningWholes } from './relations/running-wholes.ts'
import { namedOutright, saidOutright } from './relations/said-outright.ts'
import { sectionSums } from './relations/section-sums.ts'
import { shareQuestions } from './relations/shares.ts'
import { sharesAmong } from './relations/shares-among.ts'
import { sharesOfRuns } from './relations/shares-of-runs.ts'
import { signedWith } from './relations/signed-with.ts'
import { smallFits } from './relations/small-fits.ts'
import { soughtQuestions } from './relations/sought.ts'
import { spentAndLeft } from './relations/spent-and-left.ts'
import { splitShares } from './relations/split-shares.ts'
import { spokenBack } from './relations/spoken-back.ts'
import { stageAverages } from './relations/stage-averages.ts'
import { stageProducts } from './relations/stage-products.ts'
import { stageRatios } from './relations/stage-ratios.ts'
import { stageRepeats } from './relations/stage-repeats.ts'
import { stageShares } from './relations/stage-shares.ts'
import { stageSums } from './relations/stage-sums.ts'
import { stageWholes } from './relations/stage-wholes.ts'
import { stocks } from './relations/stocks.ts'
import { subjectLists } from './relations/subject-lists.ts'
import { sumQuestions } from './relations/sums.ts'
import { sharesOfSums } from './relations/sums-known.ts'
import { LONE_NUMBER, type PlainCell, readTable } from './relations/table-claims.ts'
import { tableQuestions } from './relations/tables.ts'
import { toldAgain } from './relations/told-again.ts'
import { toldTwice } from './relations/told-twice.ts'
import { unlikeShares } from './relations/unlike-shares.ts'
import { wholeLists } from './relations/whole-lists.ts'
import { yearlyAverages } from './relations/yearly-averages.ts'
import { yearsTogether } from './relations/years-together.ts'
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
  ...sumQuestions(passage),
  ...interleavedSums(passage),
  ...looseSums(passage),
  ...jointShares(passage),
  ...growthQuestions(passage),
  ...shareQuestions(passage),
  ...averageQuestions(passage),
  ...orderQuestions(passage),
  ...netChanges(passage),
  ...stocks(passage),
  ...yearlyAverages(passage),
  ...wholeLists(passage),
  ...multiples(passage),
  ...gapsOf(passage),
  ...columnsByPlace(passage),
  ...unlikeShares(passage),
  ...namedShares(passage),
  ...namedBases(passage),
  ...toldTwice(passage),
  ...inOtherUnits(passage),
  ...sharesAmong(passage),
  ...bothShares(passage),
  ...eachOfUnit(passage),
  ...madeOfTwo(passage),
  ...pointsApart(passage),
  ...inclusivePlaces(passage),
  ...sharesOfRuns(passage),
  ...partsByRate(passage),
  ...changesApart(passage),
  ...splitShares(passage),
  ...saidOutright(passage),
  ...rateBounds(passage),
  ...forEachPost(passage),
  ...headsOfSentence(passage),
  ...postsByRatio(passage),
  ...namedAfterParts(passage),
  ...itemOfItsList(passage),
  ...incomeLessSpending(passage),
  ...clearedAway(passage),
  ...namedSidesRatio(passage),
  ...rateOfBegun(passage),
  ...gradeShares(passage),
  ...rateByDays(passage),
  ...changesOfParts(passage),
  ...listsAfterShares(passage),
]

/** What paragraphs say of the numbers of each other. */
const saidAcross = (prose: readonly Passage[]): readonly Question[] => [
  ...restatedQuestions(prose),
  ...enumeratedSums(prose),
  ...introducedLists(prose),
  ...sectionSums(prose),
  ...parallelSums(prose),
  ...gatheredSums(prose),
  ...stageSums(prose),
  ...stageAverages(prose),
  ...planShares(prose),
  ...namedRatios(prose),
  ...runningWholes(prose),
  ...acrossParagraphs(prose),
  ...partitions(prose),
  ...remainders(prose),
  ...ownAverages(prose),
  ...countedWholes(prose),
  ...fromBase(prose),
  ...toldAgain(prose),
  ...signedWith(prose),
  ...gradeSums(prose),
  ...yearsTogether(prose),
  ...namedOutright(prose),
  ...classifiedLists(prose),
  ...spentAndLeft(prose),
]

/** What a report tells of its stages, wherever. */
function saidOfStages(prose: readonly Passage[], passages: readonly Passage[]): readonly Question[] {
  const totals = stageTotals(passages)
  return [
    ...stageRatios(prose, totals),
    ...stageWholes(passages, totals),
    ...stageShares(prose, totals),
    ...stageProducts(prose, totals),
    ...stageRepeats(totals),
  ]
}

/** What numbers that nothing confirms would fit, whatever the text says of them. */
const fitting = (prose: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] => [
  ...crossProducts(prose, proved),
  ...fitQuestions(prose, proved),
  ...smallFits(prose, proved),
  ...subjectLists(prose, proved),
  ...repeats(prose, proved),
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
