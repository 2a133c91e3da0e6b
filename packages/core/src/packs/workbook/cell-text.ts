/**
 * How values stand in cells: text as it is, numbers as numbers, truths as TRUE and FALSE. What a reader could take for
 * something else (empty text, text that looks like a truth, spaces at the ends) is written after ::, as JSON.
 */
export function writeScalar(value: unknown): string | number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string' && isPlain(value)) return value
  return `${MARK}${JSON.stringify(value)}`
}

const MARK = '::'

const isPlain = (text: string): boolean =>
  text !== '' &&
  text !== 'TRUE' &&
  text !== 'FALSE' &&
  !text.startsWith(MARK) &&
  text.trim() === text &&
  !/[\r\t]/.test(text)

/** The value that a text cell stands for; undefined where what follows :: is no JSON. */
export function readScalar(text: string): { readonly value: unknown } | undefined {
  if (text === 'TRUE' || text === 'FALSE') return { value: text === 'TRUE' }
  return text.startsWith(MARK) ? readJson(text.slice(MARK.length)) : { value: text }
}

export function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** A list of words, one a line; undefined for any other list. */
export function writeList(list: readonly unknown[]): string | undefined {
  const isWords = list.every((item) => typeof item === 'string' && isPlain(item) && !item.includes('\n'))
  return isWords && list.length > 0 ? list.join('\n') : undefined
}

export const readList = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
