import { looseTableAt } from './loose-tables.ts'
import { plainTableAt } from './plain-tables.ts'
import type { ReportText, Span, TextBlock } from './report-text.ts'

interface Line extends Span {
  readonly text: string
  readonly width: number
}

/** Paragraphs of a text file: lines that were only wrapped are put together, page numbers and running heads left out. */
export function paragraphsOf(text: string): ReportText {
  const lines = linesOf(text)
  const furniture = runningHeads(lines)
  const full = wrapWidth(lines)
  const blocks: TextBlock[] = []
  let pieces: Line[] = []
  const close = () => {
    if (pieces.length > 0) blocks.push({ kind: 'paragraph', pieces: pieces.map(({ start, end }) => ({ start, end })) })
    pieces = []
  }
  let tableEnd = 0
  for (const [at, line] of lines.entries()) {
    if (at < tableEnd) continue
    const table = looseTableAt(lines, at) ?? plainTableAt(lines, at)
    if (table !== undefined) {
      close()
      blocks.push(table.block)
      tableEnd = at + table.rows
      continue
    }
    if (isFurniture(line, furniture) && !isInSentence(lines, at)) continue
    const last = pieces.at(-1)
    if (line.text.trim() === '') {
      // A blank line around a page number does not end the sentence that runs over the page.
      if (last === undefined || !isOpen(last, full)) close()
      continue
    }
    if (last !== undefined && !goesOn(last, line, full)) close()
    pieces.push(line)
  }
  close()
  return { text, blocks }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split(/\r\n|\r|\n|\u2028|\f/)) {
    lines.push({ start, end: start + line.length, text: line, width: widthOf(line) })
    const end = start + line.length
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return lines
}

const widthOf = (line: string): number => [...line.trim()].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)

/** Width at which the file breaks its lines; undefined when a line is a paragraph. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const long = lines.filter(({ width }) => width >= 30).map(({ width }) => width)
  const sorted = long.toSorted((a, b) => a - b)
  const top = sorted[Math.floor(sorted.length * 0.9)]
  if (top === undefined || long.length < 4) return undefined
  const near = long.filter((width) => width >= top - 8 && width <= top + 4).length
  return near >= long.length * 0.5 ? top - 8 : undefined
}

const ENDS = /[。！？!?；;：:]["”』）)]*\s*$/
const BEGINS =
  /^\s*(?:[一二三四五六七八九十]+[、是]|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、．](?!\d)|第[一二三四五六七八九十\d]+[章节条部]|附[:：件表]|[-•●◆■*]\s|[—–]{1,2}|[▲△★※➤■◆●①-⑩])/

/** True when the sentence of a line does not end with it. */
function isOpen(line: Line, full: number | undefined): boolean {
  return !ENDS.test(line.text) && line.width >= (full ?? 40)
}

function goesOn(last: Line, line: Line, full: number | undefined): boolean {
  if (isSplitNumber(last, line)) return true
  if (/^(?: {2,}|\u3000|\t)/.test(line.text) || BEGINS.test(line.text)) return false
  if (isHeading(last, full)) return false
  // A sentence that a scanner broke off goes on with the next line; headings and rows of a table have no commas.
  if (/[,，。；;].*[^。！？!?；;：:\s]\s*$/.test(last.text) && !ENDS.test(last.text)) return true
  if (/[,，、]\s*$/.test(last.text) || /^[。，；、）]|^[（(][类款项][）)]/.test(line.text)) return true
  if (full !== undefined) return last.width >= full
  return isOpen(last, full)
}

/** 四、坚持强师固本，队伍活力不断激发: a numbered line of words alone that is shorter than the lines are. */
const isHeading = ({ text, width }: Line, full: number | undefined): boolean =>
  HEADING.test(text) && width < (full ?? LONGEST_HEADING)

const HEADING = /^\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])[^\d。！？!?；;：:]+$/
const LONGEST_HEADING = 72

/** A number alone on its line, between the words before it and its unit. */
const isSplitNumber = (last: Line, line: Line): boolean =>
  (/\d\s*$/.test(last.text) && /^(?:\d+[^\d.、．)）年]|\.\d+[^\d.])/.test(line.text)) ||
  (NUMBER_LINE.test(line.text) && !ENDS.test(last.text) && !NUMBER_LINE.test(last.text)) ||
  (NUMBER_LINE.test(last.text) && UNIT_LINE.test(line.text)) ||
  (/\d\s*$/.test(last.text) && /^\s*(?:[万亿]|元|%|个百分点|平方米)/.test(line.text))

const NUMBER_LINE = /^\s*\d[\d.,]*\s*$/
const UNIT_LINE =
  /^\s*(?:[万亿千百余多]*(?:元|人|名|所|个|平方米|%|册|台|套|亩|间|班|位|户|次|期|处|件|项)|年|月|[?？<]|\/p)/

function isInSentence(lines: readonly Line[], at: number): boolean {
  const [last, line, next] = [lines[at - 1], lines[at], lines[at + 1]]
  if (last === undefined || line === undefined || next === undefined) return false
  return NUMBER_LINE.test(line.text) && UNIT_LINE.test(next.text) && !ENDS.test(last.text)
}

/** Lines that stand on every page: the same short words, apart from a page number, three times or more. */
function runningHeads(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { text, width } of lines) {
    const words = headOf(text)
    if (width > 0 && width <= 60 && words.length >= 4 && !ENDS.test(text))
      counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([words]) => words))
}

const headOf = (text: string): string => text.replace(/\s+/g, '').replace(/[—-]*(?:第?\d{1,4}页?)[—-]*$/, '')

const PAGE_NUMBER =
  /^\s*(?:[-—–·]\s*\d{1,4}\s*[-—–·]|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*\/\s*\d{1,3}|\d{1,3})\s*$/

function isFurniture({ text }: Line, heads: ReadonlySet<string>): boolean {
  return PAGE_NUMBER.test(text) || heads.has(headOf(text))
}
