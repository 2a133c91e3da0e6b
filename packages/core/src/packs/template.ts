/** How a place prints its number: with fixed decimals, as per cent with its sign, or by the rule of the figure itself. */
export interface PlaceFormat {
  readonly decimals: number | undefined
  readonly percent: boolean
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly formula: string; readonly format: PlaceFormat }
  /** What became of a figure since last year, in words: 比上年增加3所, 比上年下降0.5个百分点, 与上年持平. */
  | { readonly kind: 'change'; readonly formula: string; readonly format: PlaceFormat }
  /** Left out as a whole when one of its places has no value. */
  | { readonly kind: 'optional'; readonly parts: readonly TemplatePart[] }

/** Stands before the formula of a place that tells the change. */
const CHANGE = /^较上年\s+/u

const NO_FORMAT: PlaceFormat = { decimals: undefined, percent: false }

/**
 * Takes a template apart: `共{学校数|0}所[[，比上年增加{增量|0}所]]`. A place is {formula}, {formula|decimals} or
 * {formula|%decimals}, or {较上年 formula} for what changed since last year; braces inside text literals of a formula do not end it. An unclosed place is plain text.
 */
export function parseTemplate(source: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let at = 0
  while (at < source.length) {
    const optional = findOutsidePlaces(source, '[[', at)
    const end = optional < 0 ? -1 : findOutsidePlaces(source, ']]', optional + 2)
    if (optional < 0 || end < 0) break
    parts.push(...parsePlaces(source.slice(at, optional)))
    parts.push({ kind: 'optional', parts: parsePlaces(source.slice(optional + 2, end)) })
    at = end + 2
  }
  parts.push(...parsePlaces(source.slice(at)))
  return parts
}

/** Formulas of every place, for checking a template before it is used. */
export function formulasOf(parts: readonly TemplatePart[]): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'optional' ? formulasOf(part.parts) : part.kind === 'text' ? [] : [checkedAs(part)],
  )
}

/** A change asks for the same figure of last year: only a name has one. */
const checkedAs = ({ kind, formula }: Extract<TemplatePart, { formula: string }>): string =>
  kind === 'change' ? `上年(${formula})` : formula

function parsePlaces(source: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('{', at)
    const close = open < 0 ? -1 : findClose(source, open + 1)
    if (open < 0 || close < 0) break
    if (open > at) parts.push({ kind: 'text', text: source.slice(at, open) })
    parts.push(parsePlace(source.slice(open + 1, close)))
    at = close + 1
  }
  if (at < source.length) parts.push({ kind: 'text', text: source.slice(at) })
  return parts
}

function findOutsidePlaces(source: string, mark: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    if (source.startsWith(mark, at)) return at
    const close = source[at] === '{' ? findClose(source, at + 1) : -1
    if (close > 0) at = close
  }
  return -1
}

function findClose(source: string, from: number): number {
  let quoted = false
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '"') quoted = !quoted
    else if (source[at] === '}' && !quoted) return at
  }
  return -1
}

function parsePlace(source: string): TemplatePart {
  const match = /^(.*)\|\s*(%?)(\d?)\s*$/su.exec(source)
  if (!match || (match[2] === '' && match[3] === '')) return placeOf(source.trim(), NO_FORMAT)
  const [, formula = '', percent, digits = ''] = match
  return placeOf(formula.trim(), {
    decimals: digits === '' ? undefined : Number(digits),
    percent: percent === '%',
  })
}

const placeOf = (formula: string, format: PlaceFormat): TemplatePart => ({
  kind: CHANGE.test(formula) ? 'change' : 'place',
  formula: formula.replace(CHANGE, ''),
  format,
})
