import { Rational } from '../formula/index.ts'
import { parseTemplate, type TemplatePart } from '../packs/index.ts'
import { changeSince } from './change-since.ts'
import { countedNumber } from './counted-number.ts'
import { displayOf, type FigureSource } from './figure-source.ts'
import { inSentence } from './kept-words.ts'
import { emptyText, printRule, printText } from './print-value.ts'
import type { Binding, Piece } from './report-model.ts'
import { tidyPieces } from './tidy-punctuation.ts'
import { type SubjectRef, textOfPieces, type Word, type Words } from './word.ts'

export interface Filled {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly figures: readonly string[]
  /** True when every place outside an optional part had a value. */
  readonly complete: boolean
}

/** Puts figures and words into a template. A place without a value prints 未报, — or 错误 and makes it incomplete. */
export function fillTemplate(source: FigureSource, template: string, place: SubjectRef, words: Words): Filled {
  return fillParts(source, parseTemplate(template), place, words)
}

/** As `fillTemplate`, without the optional parts: the shortest form of a sentence. */
export function fillBriefly(source: FigureSource, template: string, place: SubjectRef, words: Words): Filled {
  const needed = parseTemplate(template).filter(({ kind }) => kind !== 'optional')
  return fillParts(source, needed, place, words)
}

function fillParts(source: FigureSource, parts: readonly TemplatePart[], place: SubjectRef, words: Words): Filled {
  const filled = joinFilled(parts.map((part) => fillPart(source, part, place, words)))
  return withPieces(filled, tidyPieces(filled.pieces))
}

/** Several filled templates one after the other. */
export function joinFilled(parts: readonly Filled[]): Filled {
  const joined = {
    figures: [...new Set(parts.flatMap((part) => part.figures))],
    complete: parts.every((part) => part.complete),
  }
  return withPieces(
    joined,
    parts.flatMap(({ pieces }) => pieces),
  )
}

const withPieces = (filled: Pick<Filled, 'figures' | 'complete'>, pieces: readonly Piece[]): Filled => ({
  figures: filled.figures,
  complete: filled.complete,
  pieces,
  text: textOfPieces(pieces),
})

/** Text that stands there whatever the figures say. */
export const plainText = (text: string, figures: readonly string[] = []): Filled => ({
  text,
  pieces: text === '' ? [] : [{ text }],
  figures,
  complete: true,
})

const NOTHING = plainText('')

function fillPart(source: FigureSource, part: TemplatePart, place: SubjectRef, words: Words): Filled {
  switch (part.kind) {
    case 'text':
      return plainText(part.text)
    case 'optional': {
      const filled = joinFilled(part.parts.map((inner) => fillPart(source, inner, place, words)))
      return filled.complete ? filled : NOTHING
    }
    case 'place': {
      const word = words.get(part.formula)
      if (word) return filledWord(word)
      return fillPlace(source, { ...place, formula: part.formula, ...part.format })
    }
    case 'change':
      return fillChange(source, { ...place, formula: part.formula, ...part.format })
  }
}

function filledWord({ text, figures, pieces }: Word): Filled {
  const filled = plainText(text, figures)
  return { ...filled, ...(pieces !== undefined && { pieces }), complete: text !== '' }
}

/** So many of the figures that a number stands on go with it. */
export const SOURCES = 6

/** What a place prints. A number is bound to its formula, and so is one that is still missing. */
export function fillPlace(source: FigureSource, binding: Binding): Filled {
  const kept = source.keptBack?.(binding, binding.formula)
  if (kept !== undefined) return plainText(inSentence(kept))
  const counted = countedNumber(source, binding)
  if (counted !== undefined) return boundText(counted.text, binding, counted.figures)
  const { grain, subject, formula, decimals, percent = false } = binding
  const { value, figures } = source.evaluateAt(grain, subject, formula)
  const rule = printRule({ decimals, percent }, displayOf(source.pack, formula))
  const printed = printText(value, rule)
  const text = printed ?? inBrackets(emptyText(value, rule))
  const isNumber = printed === undefined || value.content instanceof Rational
  const filled = isNumber ? boundText(text, binding, figures) : plainText(text, figures)
  return { ...filled, complete: printed !== undefined && printed !== '' }
}

function boundText(text: string, binding: Binding, figures: readonly string[]): Filled {
  const { grain, subject, formula, decimals, percent = false } = binding
  const bound: Binding = {
    grain,
    subject,
    formula,
    ...(decimals !== undefined && { decimals }),
    ...(percent && { percent }),
  }
  const sources = figures.slice(0, SOURCES)
  return { ...plainText(text, figures), pieces: [{ text, bound, ...(sources.length > 0 && { sources }) }] }
}

/** What became of a figure since last year; without either year it has no value. */
function fillChange(source: FigureSource, binding: Binding): Filled {
  if (isKeptSince(source, binding)) return { ...NOTHING, complete: false }
  const change = changeSince(source, binding)
  if (change.kind === 'unknown') return { ...plainText('', change.figures), complete: false }
  if (change.kind === 'same') return plainText('与上年持平', change.figures)
  const number = fillPlace(source, change.binding)
  if (!number.complete) return { ...plainText('', number.figures), complete: false }
  if (/^[0.]+%?$/.test(number.text)) return plainText('与上年基本持平', number.figures)
  return joinFilled([plainText(`比上年${change.verb}`), number, plainText(change.unit)])
}

/** A change would give away a figure of either year that is not told. */
const isKeptSince = ({ keptBack }: FigureSource, binding: Binding): boolean =>
  [binding.formula, `上年(${binding.formula})`].some((formula) => keptBack?.(binding, formula) !== undefined)

/** Whether a place of a template, outside its optional parts, is hidden from the reader. */
export const hidesPlace = ({ keptBack }: FigureSource, template: string, place: SubjectRef): boolean =>
  parseTemplate(template).some((part) => part.kind === 'place' && keptBack?.(place, part.formula)?.shown === 'hidden')

/** A word in place of a number is set off, so that 未报 does not run into the unit; a range is not. */
const inBrackets = (text: string): string => (/\d/.test(text) ? text : `（${text}）`)
