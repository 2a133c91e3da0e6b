import { strToU8, zipSync } from 'fflate'

/** A Word document with the given body, as XML; names without their prefix. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const wrap = (name: string, inner: string) =>
    `<?xml version="1.0"?><w:${name} xmlns:w="w" xmlns:mc="mc">${inner}</w:${name}>`
  return zipSync({
    'word/document.xml': strToU8(wrap('document', `<w:body>${body}</w:body>`)),
    ...Object.fromEntries(Object.entries(parts).map(([name, inner]) => [name, strToU8(wrap('footnotes', inner))])),
  })
}

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

export const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`

/** Rows of cells; a cell is its text, or its text with properties. */
export const table = (rows: readonly (readonly (string | readonly [string, string])[])[]): string => {
  const cell = (one: string | readonly [string, string]) => {
    const [text, properties] = typeof one === 'string' ? [one, ''] : one
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`
  }
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}
