import { FileRefused } from '../refusal.ts'

/** Elements of one name, one after another, from the pieces of a part that is never together in memory. */
export interface ElementCutter {
  /** Whole elements that have come with this piece; what is unfinished waits for the next one. */
  add(piece: string): readonly string[]
}

/** An element longer than this is no honest row and no honest text. */
const LONGEST = 32 * 1024 * 1024

/** Cuts `<row …>…</row>` and `<row …/>` out of a part. Elements of this name never stand in each other. */
export function cutElements(name: string): ElementCutter {
  const [open, close] = [`<${name}`, `</${name}>`]
  let rest = ''
  return {
    add(piece) {
      const text = rest + piece
      const found: string[] = []
      let at = nextOpening(text, open, 0)
      let done = at < 0 ? Math.max(0, text.length - open.length) : at
      while (at >= 0) {
        const end = endOf(text, at, close)
        if (end < 0) break
        found.push(text.slice(at, end))
        done = end
        at = nextOpening(text, open, end)
        if (at >= 0) done = at
        else done = Math.max(end, text.length - open.length)
      }
      rest = text.slice(done)
      if (rest.length > LONGEST) throw new FileRefused('zip_bomb', '有一行长得不正常', '另存为新的 .xlsx 后再交')
      return found
    },
  }
}

function nextOpening(text: string, open: string, from: number): number {
  for (let at = text.indexOf(open, from); at >= 0; at = text.indexOf(open, at + 1)) {
    const code = text.charCodeAt(at + open.length)
    // A longer name (rowBreaks) is another element; at the very end nobody knows yet.
    if (Number.isNaN(code) || code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9)
      return at
  }
  return -1
}

function endOf(text: string, at: number, close: string): number {
  const tagEnd = text.indexOf('>', at)
  if (tagEnd < 0) return -1
  if (text.charCodeAt(tagEnd - 1) === 47) return tagEnd + 1
  const end = text.indexOf(close, tagEnd)
  return end < 0 ? -1 : end + close.length
}

/** Comments and CDATA stand in hardly any workbook: taken out before a piece is looked at. */
export function withoutMarkup(xml: string): string {
  if (!xml.includes('<!')) return xml
  return xml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of an element as its reader sees it: entities, and the escapes _x000D_ of Office. */
export function decodeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, digits, name) => {
        if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole
        const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(digits)
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Text of `<si>` or `<is>`: its own `<t>`, or those of its runs joined. Phonetic readings are no text. */
export function richText(xml: string, prefix: string): string {
  const body = xml.includes('rPh') ? xml.replace(new RegExp(`<${prefix}rPh[\\s\\S]*?</${prefix}rPh>`, 'g'), '') : xml
  const [open, close] = [`<${prefix}t`, `</${prefix}t>`]
  let text = ''
  for (let at = nextOpening(body, open, 0); at >= 0; at = nextOpening(body, open, at + open.length)) {
    const start = body.indexOf('>', at)
    if (start < 0 || body.charCodeAt(start - 1) === 47) continue
    const end = body.indexOf(close, start)
    if (end < 0) break
    text += decodeXml(body.slice(start + 1, end))
  }
  return text
}
