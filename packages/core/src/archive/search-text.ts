/** Wide punctuation stays as it is printed: excerpts are read by people. */
const folded = /[^！-／：-＠［-｀｛-～]+/g

/** Text as it is searched: one width, one case, without spaces, which pdf puts between any two characters. */
export function searchable(text: string): string {
  return text
    .replace(folded, (part) => part.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, '')
}

const AROUND = 36

/** The words around a hit in text that is already searchable; undefined where there is none. */
export function excerptAround(text: string, wanted: string): string | undefined {
  const at = wanted === '' ? -1 : text.indexOf(wanted)
  if (at < 0) return undefined
  const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, at + wanted.length + AROUND)]
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}
