import type { SignReader } from './person.ts'

/** A name taken apart: simplified signs, and what each may sound like. */
export interface ReadName {
  readonly text: string
  readonly signs: readonly string[]
  readonly readings: readonly (readonly string[])[]
  /** The usual readings in one word, by which names that sound the same are found. */
  readonly sound: string
}

/** Dots and spaces within and around names, however they are typed. */
const between = /[\s·•・‧∙⋅．.﹒、,'’‘\u200b-\u200f\ufeff-]/gu

/** A run of Latin letters stands for one sign that could not be typed, as does a question mark or a box. */
const signsIn = /[A-Za-zÀ-ɏ]+|[\s\S]/gu
const unreadable = new Set(['?', '□', '■', '〓', '*', '＊', '◇', '○', '●', '\ufffd'])

/** Whether a sign stands for one that somebody could not type or read. Private-use signs are such, too. */
export function isPlaceholder(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  return unreadable.has(sign) || (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
}

/** Reads a name: width, dots, spaces and traditional signs are ways of writing, not other names. */
export function readName(text: string, reader: SignReader): ReadName {
  const signs = (text.normalize('NFKC').replace(between, '').match(signsIn) ?? []).map((sign) =>
    /^[A-Za-zÀ-ɏ]/u.test(sign) ? plainLetters(sign) : reader.simplify(sign),
  )
  const readings = signs.map((sign) => (/^[a-z]/.test(sign) ? [sign] : reader.readings(sign)))
  return { text, signs, readings, sound: readings.map(([usual = '?']) => usual).join(' ') }
}

/** Letters without their tone marks: `Yán` is yan. */
const plainLetters = (letters: string): string =>
  letters
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

const MOST_SOUNDS = 8

/** All that a name may sound like, up to a few: 单 may be shan, dan or chan. */
export function soundsOf({ readings }: ReadName): readonly string[] {
  let sounds: string[][] = [[]]
  for (const all of readings) {
    const kinds = all.length === 0 ? ['?'] : all
    sounds = sounds.flatMap((before) => kinds.map((one) => [...before, one])).slice(0, MOST_SOUNDS)
  }
  return [...new Set(sounds.map((sound) => sound.join(' ')))]
}
