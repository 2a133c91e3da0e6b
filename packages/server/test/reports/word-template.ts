import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface TemplateParts {
  /** Content of w:body. */
  readonly body: string
  readonly header?: string
  readonly footnote?: string
  /** More files, by path. */
  readonly more?: Readonly<Record<string, string>>
  /** Relations of the document besides. */
  readonly relations?: string
}

export const paragraph = (...runs: string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`).join('')}</w:p>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`

export const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

/** A docx as small as a word processor will still open. */
export function wordTemplate({ body, header, footnote, more = {}, relations: others = '' }: TemplateParts): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': rels(`<Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': rels(
      `${header === undefined ? '' : `<Relationship Id="rId1" Type="${relations}/header" Target="header1.xml"/>`}${footnote === undefined ? '' : `<Relationship Id="rId2" Type="${relations}/footnotes" Target="footnotes.xml"/>`}${others}`,
    ),
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...(header !== undefined && { 'word/header1.xml': `<?xml version="1.0"?><w:hdr ${W}>${header}</w:hdr>` }),
    ...(footnote !== undefined && {
      'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes ${W}><w:footnote w:id="1">${footnote}</w:footnote></w:footnotes>`,
    }),
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}

const rels = (inner: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

export const partOf = (docx: Uint8Array, path = 'word/document.xml'): string =>
  strFromU8(unzipSync(docx)[path] ?? new Uint8Array())

/** The text of each paragraph, as a reader sees it. */
export const linesOf = (docx: Uint8Array, path?: string): readonly string[] =>
  [...partOf(docx, path).matchAll(/<w:p[ >].*?<\/w:p>|<w:p\/>/gs)].map(([one]) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1] ?? '').join(''),
  )
