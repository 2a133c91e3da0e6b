/** Text of a cell without what people and programs leave in it by accident, and what was removed. */
export interface CleanText {
  readonly text: string
  readonly repairs: readonly string[]
}

const NO_REPAIRS: readonly string[] = []
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g
const EDGE_BLANKS = /^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g

/** Cleans text that stays text: blanks at the edges, invisible signs, a typed apostrophe, line breaks. */
export function cleanText(raw: string): CleanText {
  if (/^[\w\u4e00-\u9fff()（）.-]*$/.test(raw)) return { text: raw, repairs: NO_REPAIRS }
  const repairs: string[] = []
  let text = raw.replace(INVISIBLE, '')
  if (text !== raw) repairs.push('去掉不可见字符')
  const trimmed = text.replace(EDGE_BLANKS, '')
  if (trimmed !== text) repairs.push('去掉首尾空格')
  text = trimmed
  if (/^['‘’`](?=\d)/.test(text)) {
    text = text.slice(1)
    repairs.push('去掉前导撇号')
  }
  const joined = text.replace(/\s*[\r\n]+\s*/g, '')
  if (joined !== text) repairs.push('去掉换行')
  return { text: joined, repairs }
}

/** Cleans text that stands for a number or a code: also full-width signs and blanks inside. */
export function cleanToken(raw: string): CleanText {
  if (/^[0-9A-Za-z.\u4e00-\u9fa5-]*$/.test(raw)) return { text: raw, repairs: NO_REPAIRS }
  const { text, repairs } = cleanText(raw)
  const added = [...repairs]
  const narrow = text.normalize('NFKC')
  if (narrow !== text) added.push('全角改半角')
  const tight = narrow.replace(/[\s\u00a0]+/g, '')
  if (tight !== narrow) added.push('去掉空格')
  return { text: tight, repairs: added }
}

/** What a cell held, on one line and short enough for a message. */
export function shorten(text: string): string {
  return clip(text.replace(/\s+/g, ' '), 40)
}

/** At most `limit` letters; what is cut off shows as …. */
export function clip(text: string, limit: number): string {
  const letters = [...text]
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`
}
