import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { unknownEncoding } from '../decode-text.ts'
import type { FileLimits } from '../limits.ts'
import { delimitedCell, findDelimiter } from '../read-delimited.ts'
import { FileRefused } from '../refusal.ts'
import type { StreamedCells } from './scan-row.ts'
import { splitRecords } from './split-records.ts'
import type { StreamedSheet } from './stream-workbook.ts'

/** Small: all rows of a piece are there at once, and what lives long is dear to collect. */
const PIECE = 32 * 1024
/** Letters from which the delimiter is told. */
const SAMPLE = 20_000

/** Opens a delimited text for reading row by row. It is read once to tell its encoding, and again for its rows. */
export async function streamDelimited(path: string, name: string, limits: FileLimits): Promise<StreamedSheet> {
  const encoding = await findEncoding(path)
  const { delimiter, lines, bytes, width } = await sampleOf(path, encoding)
  return {
    name,
    hidden: false,
    merges: [],
    hiddenColumns: new Set(),
    height: Math.round((lines * encoding.bytes) / Math.max(1, bytes)),
    width,
    rows: () => rowsOf(path, encoding.label, delimiter, limits),
  }
}

interface Encoding {
  readonly label: string
  /** Size of the file. */
  readonly bytes: number
}

async function findEncoding(path: string): Promise<Encoding> {
  let bytes = 0
  let start = ''
  let isUnicode = true
  let rest = Buffer.alloc(0)
  for await (const chunk of piecesOf(path)) {
    if (bytes === 0) start = chunk.subarray(0, 2).toString('hex')
    bytes += chunk.length
    if (!isUnicode) continue
    const whole = Buffer.concat([rest, chunk])
    const cut = whole.length - unfinished(whole)
    isUnicode = isUtf8(whole.subarray(0, cut))
    rest = whole.subarray(cut)
  }
  if (start === 'fffe') return { label: 'utf-16le', bytes }
  if (start === 'feff') return { label: 'utf-16be', bytes }
  if (isUnicode && rest.length === 0) return { label: 'utf-8', bytes }
  for await (const _ of textsOf(path, 'gb18030'));
  return { label: 'gb18030', bytes }
}

/** Bytes at the end that begin a sign of UTF-8 without ending it. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) if (Buffer.isBuffer(chunk)) yield chunk
}

async function* textsOf(path: string, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: !label.startsWith('utf-16') })
  try {
    for await (const chunk of piecesOf(path)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (cause) {
    if (cause instanceof TypeError) throw unknownEncoding()
    throw cause
  }
}

interface Sample {
  readonly delimiter: string
  readonly lines: number
  readonly bytes: number
  readonly width: number
}

async function sampleOf(path: string, { label }: Encoding): Promise<Sample> {
  let text = ''
  for await (const piece of textsOf(path, label)) {
    text += piece
    if (text.length >= SAMPLE) break
  }
  const delimiter = findDelimiter(text.slice(0, SAMPLE))
  const lines = text.split(/\r\n|\n|\r/)
  return {
    delimiter,
    lines: lines.length,
    bytes: label === 'gb18030' ? Buffer.byteLength(text) * 0.7 : Buffer.byteLength(text),
    width: lines.reduce((most, line) => Math.max(most, line.split(delimiter).length), 0),
  }
}

async function* rowsOf(
  path: string,
  label: string,
  delimiter: string,
  limits: FileLimits,
): AsyncGenerator<readonly StreamedCells[]> {
  const splitter = splitRecords(delimiter)
  let index = 0
  let cells = 0
  const block = (records: readonly (readonly string[])[]) =>
    records.map((record): StreamedCells => {
      cells += record.length
      if (cells > limits.cells) throw new FileRefused('too_many_cells', `超过 ${limits.cells} 个单元格`, '拆成几个文件')
      index += 1
      return { index: index - 1, hidden: false, cells: record.map(delimitedCell) }
    })
  for await (const text of textsOf(path, label)) yield block(splitter.add(text))
  yield block(splitter.finish())
}
