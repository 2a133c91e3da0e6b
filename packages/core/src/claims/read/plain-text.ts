import type { Span } from './report-text.ts'
import { rewordings, WORDINGS } from './wording.ts'

/** One traditional character as the simplified one; others as they are. The result is one character. */
export type Simplify = (character: string) => string

/** Text cleaned for reading. `origins[i]` is where its i-th character stands in the original. */
export interface PlainText {
  readonly text: string
  readonly origins: readonly number[]
}

/** The stretch of the original that a stretch of plain text was read from. */
export function originalSpan(plain: PlainText, { start, end }: Span): Span {
  const first = plain.origins[start] ?? 0
  const last = plain.origins[end - 1] ?? first
  return { start: first, end: last + 1 }
}

interface Letter {
  readonly letter: string
  readonly origin: number
}

/** A whole text read so, without the places that its characters come from. */
export const plainWords = (source: string, simplify: Simplify): string =>
  plainText(source, [{ start: 0, end: source.length }], simplify).text

/**
 * Reads stretches of a text as one: half-width digits and signs, simplified characters, no blanks inside Chinese, no
 * pinyin in brackets, numbers that a line or a blank broke made whole.
 */
export function plainText(source: string, pieces: readonly Span[], simplify: Simplify): PlainText {
  let draft = draftOf(pieces.flatMap((piece, at) => lettersOf(source, piece, at > 0, simplify)))
  draft = without(draft, PINYIN)
  draft = without(draft, LITTER)
  draft = withPoints(draft)
  draft = without(draft, BROKEN_GROUP)
  draft = without(draft, BLANK)
  for (const wording of WORDINGS) draft = reworded(draft, wording)
  return { text: draft.text, origins: draft.letters.map(({ origin }) => origin) }
}

/** What is said in many ways is read as said in one. */
function reworded(draft: Draft, wording: (typeof WORDINGS)[number]): Draft {
  const found = rewordings(draft.text, wording)
  if (found.length === 0) return draft
  const letters: Letter[] = []
  let at = 0
  for (const { start, end, text, places } of found) {
    letters.push(...draft.letters.slice(at, start))
    for (const [order, place] of places.entries())
      letters.push({ letter: text[order] ?? '', origin: draft.letters[start + place]?.origin ?? 0 })
    at = end
  }
  return draftOf([...letters, ...draft.letters.slice(at)])
}

interface Draft {
  readonly letters: readonly Letter[]
  readonly text: string
}

const draftOf = (letters: readonly Letter[]): Draft => ({
  letters,
  text: letters.map(({ letter }) => letter).join(''),
})

/** Stands for a line break inside a paragraph: whatever it splits belongs together. */
const SOFT_BREAK = '\u2028'

const SIGNS: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '∶': ':',
  '（': '(',
  '）': ')',
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '﹪': '%',
  '．': '.',
  '～': '~',
  '〜': '~',
  '―': '—',
  '–': '—',
  '─': '—',
  '＊': '*',
  '﹡': '*',
  '\u00a0': ' ',
  '\u3000': ' ',
}

function lettersOf(source: string, piece: Span, isFollowing: boolean, simplify: Simplify): Letter[] {
  const letters: Letter[] = isFollowing ? [{ letter: SOFT_BREAK, origin: piece.start }] : []
  for (let at = piece.start; at < piece.end; at += 1) {
    const letter = source[at] ?? ''
    if (/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(letter)) continue
    letters.push({ letter: readLetter(letter, simplify), origin: at })
  }
  return letters
}

function readLetter(letter: string, simplify: Simplify): string {
  const sign = SIGNS[letter]
  if (sign !== undefined) return sign
  const code = letter.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (/[ \r\n\u2028]/.test(letter)) return letter === ' ' ? ' ' : '\n'
  return code > 0x2e80 ? simplify(letter) : letter
}

/** Pinyin that a converter left behind a traditional character: it bears tones, or is one syllable after a character. */
const PINYIN = /(?<=[\u3400-\u9fff])\s?\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿê][a-zü]*\)/gi

/** Ornaments and torn tags that copying left in the text. */
const LITTER = /(?:[◈✿★☆✦●■◆▲※]){2,}|\[\d{1,2}\](?=[\u3400-\u9fff\d,;。])|<?\/?(?:p|br|div|span)>|&nbsp;/g

/** A full stop between digits stands for a point: 136。66. A year after it begins a sentence. */
function withPoints(draft: Draft): Draft {
  const points = new Set(
    [...draft.text.matchAll(/(?<=\d)。(?=\d{1,3}(?!\d))(?!\d{1,2}[月.、])/g)].map(({ index }) => index),
  )
  if (points.size === 0) return draft
  return draftOf(draft.letters.map((one, at) => (points.has(at) ? { ...one, letter: '.' } : one)))
}

/** `1 118`, 幼儿48 67人, or a number that a line break split. */
const BROKEN_GROUP =
  /(?<=[\u4e00-\u9fff,;:、(]\u2028?\d{1,4}) (?=\d{1,4}(?:\.\d+)?\u2028?[\u4e00-\u9fff%])|(?<=(?<![\d.,])\d{1,3}) (?=\d{3}(?![\d]))|(?<=[\d.,])\u2028(?=[\d.,])/g

/** Blanks that part nothing: everywhere but between two words, two numbers, or a number and a word of Latin letters. */
const BLANK = /[ \n\u2028]+(?![A-Za-z\d])|(?<![A-Za-z\d \n\u2028])[ \n\u2028]+|(?<=\d)[ \n\u2028]+(?=[A-Za-z])/g

function without(draft: Draft, pattern: RegExp): Draft {
  const { letters, text } = draft
  const dropped = new Set<number>()
  for (const found of text.matchAll(pattern))
    for (let at = found.index; at < found.index + found[0].length; at += 1) dropped.add(at)
  return dropped.size === 0 ? draft : draftOf(letters.filter((_, at) => !dropped.has(at)))
}
