/** Lines of fields, as a spreadsheet puts them on the clipboard. */
export type Block = readonly (readonly string[])[]

/**
 * Reads the text form of a block copied from Excel, WPS or LibreOffice: tabs between fields, line breaks between lines,
 * fields with tabs, breaks or quotes inside in quotes with inner quotes doubled. The break that ends the last line adds none.
 */
export function parseTsv(text: string): Block {
  if (text === '') return []
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  while (at <= text.length) {
    const { field, end } = readField(text, at)
    line.push(field)
    if (text[end] === '\t') {
      at = end + 1
      continue
    }
    lines.push(line)
    line = []
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (at >= text.length) break
  }
  return lines
}

function readField(text: string, from: number): { field: string; end: number } {
  const quoted = text[from] === '"' ? readQuoted(text, from) : undefined
  if (quoted !== undefined) return quoted
  let end = from
  while (end < text.length && !isEnd(text, end)) end += 1
  return { field: text.slice(from, end), end }
}

/** A quote that is not closed right before a tab, a break or the end is a quote that somebody typed. */
function readQuoted(text: string, from: number): { field: string; end: number } | undefined {
  let at = from + 1
  while (at < text.length) {
    const close = text.indexOf('"', at)
    if (close === -1) return undefined
    if (text[close + 1] === '"') {
      at = close + 2
      continue
    }
    if (close + 1 < text.length && !isEnd(text, close + 1)) return undefined
    return {
      field: text
        .slice(from + 1, close)
        .replaceAll('""', '"')
        .replaceAll('\r\n', '\n'),
      end: close + 1,
    }
  }
  return undefined
}

const isEnd = (text: string, at: number): boolean => text[at] === '\t' || text[at] === '\n' || text[at] === '\r'

/** What `parseTsv` reads back to the same block; ends without a line break, as one field stays one word. */
export function writeTsv(block: Block): string {
  return block.map((line) => line.map(quote).join('\t')).join('\r\n')
}

const quote = (field: string): string =>
  /[\t\r\n]/.test(field) || field.startsWith('"') ? `"${field.replaceAll('"', '""')}"` : field
