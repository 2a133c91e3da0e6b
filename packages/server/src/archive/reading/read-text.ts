import { searchable } from '@eduduty/core/archive'
import { decodeText } from '../../platform/workbooks/decode-text.ts'
import { readBytes } from '../../platform/workbooks/read-bytes.ts'
import { partText } from '../../platform/workbooks/zip-chunks.ts'
import { readZipDirectory } from '../../platform/workbooks/zip-directory.ts'
import { cellText } from './read-preview.ts'
import { readWord } from './read-word.ts'

/** Characters of one paper that are searched; a thousand pages have less. */
const MOST = 1_000_000
const MOST_PART = 16 * 1024 * 1024

/** The words of a file as they are searched; empty where it has none, as a scan. */
export async function readText(bytes: Buffer, media: string, name: string): Promise<string> {
  return searchable((await wordsOf(bytes, media, name)).slice(0, 2 * MOST)).slice(0, MOST)
}

async function wordsOf(bytes: Buffer, media: string, name: string): Promise<string> {
  switch (media) {
    case 'application/pdf':
      return ofPdf(bytes)
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return (await readWord(bytes))
        .map(({ text, table }) => (table === undefined ? text : table.map((row) => row.join(' ')).join('\n')))
        .join('\n')
    case 'application/vnd.openxmlformats-officedocument.presentationml.presentation':
      return ofSlides(bytes)
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
    case 'application/vnd.ms-excel':
    case 'text/csv':
      return (await readBytes(bytes, name)).sheets
        .flatMap((sheet) => [sheet.name, ...sheet.rows.map((row) => row.map(cellText).join(' '))])
        .join('\n')
    case 'text/plain':
      return decodeText(bytes)
    default:
      return ''
  }
}

/** Page by page, so that a long file gives its beginning where the whole would be too much. */
async function ofPdf(bytes: Buffer): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const options = { isEvalSupported: false, useSystemFonts: false, verbosity: 0 }
  const document = await getDocumentProxy(new Uint8Array(bytes), options)
  const { text } = await extractText(document, { mergePages: false })
  return text.join('\n')
}

async function ofSlides(bytes: Buffer): Promise<string> {
  const slides = readZipDirectory(bytes).filter(({ name }) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const parts: string[] = []
  for (const slide of slides) {
    const xml = await partText(bytes, slide, MOST_PART)
    parts.push(...[...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words = '']) => words))
  }
  return parts.join('\n')
}
