import { isList } from '../make-value.ts'
import type { Value } from '../value.ts'
import { ANYTHING, FALSE, type Possible, SILENT, TRUE } from './possible.ts'

/** One text for each place, as its number in a common list of words; below zero: no text. */
export type Texts = Int32Array

const NO_TEXT = -1
const UNSURE = -2

function wordNumber(text: string, words: Map<string, number>): number {
  const known = words.get(text)
  if (known !== undefined) return known
  words.set(text, words.size)
  return words.size - 1
}

export function textsOf(values: readonly (Value | undefined)[], words: Map<string, number>): Texts {
  return Int32Array.from(values, (value) => {
    if (value === undefined) return UNSURE
    if (value.content === undefined) return NO_TEXT
    return typeof value.content === 'string' ? wordNumber(value.content, words) : UNSURE
  })
}

export function compareTexts(operator: '=' | '≠', a: Texts, b: Texts): Possible {
  const result = new Uint8Array(a.length)
  for (let i = 0; i < a.length; i++) {
    const [text, other] = [a[i] ?? UNSURE, b[i] ?? UNSURE]
    if (text === UNSURE || other === UNSURE) result[i] = ANYTHING
    else if (text === NO_TEXT || other === NO_TEXT) result[i] = SILENT
    else result[i] = (text === other) === (operator === '=') ? TRUE : FALSE
  }
  return result
}

export function memberOf(texts: Texts, list: Value, words: Map<string, number>): Possible {
  const items = isList(list.content) ? list.content : undefined
  if (items === undefined || items.some((item) => typeof item !== 'string'))
    return new Uint8Array(texts.length).fill(ANYTHING)
  const wanted = new Set(items.map((item) => wordNumber(String(item), words)))
  return Uint8Array.from(texts, (text) => {
    if (text === UNSURE) return ANYTHING
    if (text === NO_TEXT) return SILENT
    return wanted.has(text) ? TRUE : FALSE
  })
}
