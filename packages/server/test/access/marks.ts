import { createHash } from 'node:crypto'

/** A text of the form of a UUID, always the same for the same words. */
export function madeId(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** Canaries that stand in a text. */
export function canariesIn(text: string): readonly string[] {
  return [...new Set(text.match(/cnry[0-9a-z]{5}/g))]
}

/** The canary of the unit with this number. */
export function canaryOf(number: number): string {
  return `cnry${number.toString(36).padStart(5, '0')}`
}
