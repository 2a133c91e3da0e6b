import { isCivilDate } from './dates.ts'
import { FormulaFault, nearestName, type Span } from './problem.ts'
import { isKnownUnit, unitWords } from './units.ts'

export type TokenKind = 'number' | 'date' | 'text' | 'name' | 'keyword' | 'symbol' | 'end'

export interface Token {
  readonly kind: TokenKind
  /** Canonical text: symbols and keywords in their Chinese or mathematical form, literals without their quotes. */
  readonly text: string
  readonly span: Span
  readonly unit?: string
}

const KEYWORDS = new Map([
  ['或', '或'],
  ['or', '或'],
  ['且', '且'],
  ['and', '且'],
  ['非', '非'],
  ['not', '非'],
  ['属于', '属于'],
  ['in', '属于'],
  ['情形', '情形'],
  ['否则', '否则'],
  ['真', '真'],
  ['true', '真'],
  ['假', '假'],
  ['false', '假'],
])
export const isKeyword = (text: string): boolean => KEYWORDS.has(text)

/** Longest first. */
const SYMBOLS: readonly (readonly [written: string, canonical: string])[] = [
  ['!=', '≠'],
  ['<>', '≠'],
  ['<=', '≤'],
  ['>=', '≥'],
  ['->', '→'],
  ['＜＝', '≤'],
  ['＞＝', '≥'],
  ...'+＋'.split('').map((c) => [c, '+'] as const),
  ...'-－−–'.split('').map((c) => [c, '-'] as const),
  ...'×*＊✕'.split('').map((c) => [c, '×'] as const),
  ...'÷/／'.split('').map((c) => [c, '÷'] as const),
  ...'=＝'.split('').map((c) => [c, '='] as const),
  ...'<＜'.split('').map((c) => [c, '<'] as const),
  ...'>＞'.split('').map((c) => [c, '>'] as const),
  ...'≤≦⩽'.split('').map((c) => [c, '≤'] as const),
  ...'≥≧⩾'.split('').map((c) => [c, '≥'] as const),
  ['≠', '≠'],
  ...'(（'.split('').map((c) => [c, '('] as const),
  ...')）'.split('').map((c) => [c, ')'] as const),
  ...'[［【'.split('').map((c) => [c, '['] as const),
  ...']］】'.split('').map((c) => [c, ']'] as const),
  ...',，、'.split('').map((c) => [c, ','] as const),
  ...';；'.split('').map((c) => [c, ';'] as const),
  ...'.．'.split('').map((c) => [c, '.'] as const),
  ['→', '→'],
]

const MISTAKES: readonly (readonly [written: string, word: string])[] = [
  ['&&', '且'],
  ['||', '或'],
  ['!', '非'],
]

const MAX_SOURCE = 20_000
const MAX_DIGITS = 60

const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy
const NUMBER = /[0-9０-９][0-9０-９]*(?:[.．][0-9０-９]+)*/uy
const DATE = /\d{4}-\d{2}-\d{2}(?![\d-])/y
const UNIT = /[%％‰]|[\p{L}㎡²³·]+(?:[/／][\p{L}㎡²³·]+)?/uy
const GAP = /(?:\s|#[^\n]*)*/uy
const QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['＂', '＂'],
  ["'", "'"],
  ['‘', '’'],
])

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0] ?? ''
}

function readQuoted(source: string, start: number, closing: string): Token {
  let content = ''
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] !== closing) content += source[at]
    else if (source[at + 1] === closing) content += source[at++]
    else return { kind: 'text', text: content, span: { start, end: at + 1 } }
  }
  throw new FormulaFault('unclosed_text', { start, end: source.length })
}

function readQuotedName(source: string, start: number): Token {
  const end = source.indexOf('」', start)
  if (end < 0) throw new FormulaFault('unclosed_name', { start, end: source.length })
  const text = source.slice(start + 1, end).trim()
  if (text === '') throw new FormulaFault('empty_name', { start, end: end + 1 })
  return { kind: 'name', text, span: { start, end: end + 1 } }
}

/** The unit after a number: as much of the word as is one, never a keyword, X/Y only when all of it is a unit. */
function readUnit(source: string, from: number, number: string): { text: string; end: number } | undefined {
  const start = from + matchAt(/[ \t]*/uy, source, from).length
  const run = matchAt(UNIT, source, start)
  const cut = run.search(/且|或|属于|否则/u)
  const word = cut >= 0 ? run.slice(0, cut) : run
  if (word === '' || isKeyword(word)) return undefined
  const canonical = word.replace('％', '%').replace('／', '/')
  if (isKnownUnit(canonical)) return { text: canonical, end: start + word.length }
  const [over = ''] = canonical.split('/')
  if (over !== canonical && isKnownUnit(over)) return { text: over, end: start + over.length }
  const near = nearestName(over, unitWords())
  throw new FormulaFault(
    'unknown_unit',
    { start, end: start + word.length },
    { text: word },
    `${near ? `是否指“${near}”？` : ''}若“${number}${word}”是名称，请写成「${number}${word}」`,
  )
}

function readNumber(source: string, start: number): Token {
  const written = matchAt(NUMBER, source, start)
  const text = written.replace(/[０-９．]/gu, (c) => (c === '．' ? '.' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
  const end = start + written.length
  if (text.split('.').length > 2) throw new FormulaFault('bad_number', { start, end }, { text: written })
  if (text.length > MAX_DIGITS)
    throw new FormulaFault('number_too_long', { start, end }, { count: text.length, limit: MAX_DIGITS })
  const unit = readUnit(source, end, written)
  const span = { start, end: unit?.end ?? end }
  return unit ? { kind: 'number', text, unit: unit.text, span } : { kind: 'number', text, span }
}

function readDate(start: number, text: string): Token {
  const span = { start, end: start + text.length }
  if (!isCivilDate(text)) throw new FormulaFault('bad_date', span, { text })
  return { kind: 'date', text, span }
}

/** After a value no name can begin, so 且 and 或 written without a space before them are still words of their own. */
function readWord(source: string, start: number, afterValue: boolean): Token {
  const word = matchAt(WORD, source, start)
  const glued = afterValue ? /^(?:且|或|属于)/u.exec(word)?.[0] : undefined
  const text = glued ?? word
  const keyword = KEYWORDS.get(text)
  const span = { start, end: start + text.length }
  return keyword === undefined
    ? { kind: 'name', text: text.normalize('NFC'), span }
    : { kind: 'keyword', text: keyword, span }
}

function readSymbol(source: string, start: number): Token {
  const character = String.fromCodePoint(source.codePointAt(start) ?? 0)
  const span = { start, end: start + character.length }
  const double = source.slice(start, start + 2)
  if (double === '==') throw new FormulaFault('single_equals_needed', { start, end: start + 2 })
  if (double === '**' || character === '^') throw new FormulaFault('power_not_allowed', span)
  for (const [written, canonical] of SYMBOLS)
    if (source.startsWith(written, start))
      return { kind: 'symbol', text: canonical, span: { start, end: start + written.length } }
  for (const [written, word] of MISTAKES)
    if (source.startsWith(written, start))
      throw new FormulaFault('logic_symbol', { start, end: start + written.length }, { text: written, word })
  throw new FormulaFault('unknown_character', span, { text: character })
}

const endsValue = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' ||
    token.kind === 'date' ||
    token.kind === 'text' ||
    token.text === ')' ||
    token.text === ']')

/** Splits a formula into tokens, ending with one `end`. Throws `FormulaFault` at the first thing it cannot read. */
export function tokenize(source: string): readonly Token[] {
  if (source.length > MAX_SOURCE)
    throw new FormulaFault(
      'too_long',
      { start: MAX_SOURCE, end: MAX_SOURCE + 1 },
      { count: source.length, limit: MAX_SOURCE },
    )
  const tokens: Token[] = []
  let at = matchAt(GAP, source, 0).length
  while (at < source.length) {
    const character = source[at] ?? ''
    const closing = QUOTES.get(character)
    const date = matchAt(DATE, source, at)
    const token = closing
      ? readQuoted(source, at, closing)
      : character === '「'
        ? readQuotedName(source, at)
        : date !== ''
          ? readDate(at, date)
          : /[0-9０-９]/u.test(character)
            ? readNumber(source, at)
            : matchAt(WORD, source, at) !== ''
              ? readWord(source, at, endsValue(tokens.at(-1)))
              : readSymbol(source, at)
    tokens.push(token)
    at = token.span.end + matchAt(GAP, source, token.span.end).length
  }
  tokens.push({ kind: 'end', text: '', span: { start: source.length, end: source.length } })
  return tokens
}
