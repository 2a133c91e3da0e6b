import { type MergedRange, parseAddress, type SheetCell } from '@eduduty/core/collection'
import { inspectPackage, type PackageFacts } from '../inspect-package.ts'
import type { FileLimits } from '../limits.ts'
import { parseRelations } from '../marking/package-parts.ts'
import { attribute, prefixOf } from '../marking/xml-text.ts'
import { FileRefused } from '../refusal.ts'
import { chunksOf, partText } from '../zip-chunks.ts'
import type { ZipEntry } from '../zip-directory.ts'
import { readCellFormats } from './cell-formats.ts'
import { type CellSources, type StreamedCells, scanRow } from './scan-row.ts'
import { SharedTexts } from './shared-texts.ts'
import { cutElements, richText, withoutMarkup } from './xml-pieces.ts'

/** A sheet whose rows come block by block and are never together in memory. */
export interface StreamedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly MergedRange[]
  readonly hiddenColumns: ReadonlySet<number>
  /** How far cells reach; `height` also tells how much there is to read. */
  readonly height: number
  readonly width: number
  rows(): AsyncIterable<readonly StreamedCells[]>
}

const SMALL_PART = 32 * 1024 * 1024

/** Opens an xlsx for reading row by row: everything is inflated once to be measured, and the sheets again when read. */
export async function streamWorkbook(bytes: Buffer, limits: FileLimits): Promise<readonly StreamedSheet[]> {
  const facts = await inspectPackage(bytes, limits)
  const parts = new Map(facts.entries.map((entry) => [entry.name, entry]))
  const read = async (path: string) => {
    const entry = parts.get(path)
    return entry === undefined ? '' : partText(bytes, entry, SMALL_PART)
  }
  const root = parseRelations(await read('_rels/.rels'), '')
  const workbookPath = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const workbook = await read(workbookPath)
  const relsPath = workbookPath.replace(/([^/]+)$/, '_rels/$1.rels')
  const relations = parseRelations(await read(relsPath), workbookPath)
  const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? ''
  const texts = await readTexts(bytes, parts.get(pathOf('sharedStrings')))
  const sources = {
    texts,
    formats: readCellFormats(await read(pathOf('styles'))),
    is1904: /<(?:\w+:)?workbookPr\s[^>]*date1904\s*=\s*["'](?:1|true)["']/.test(workbook),
  }
  const targets = new Map(relations.map((relation) => [relation.id, relation.target]))
  const sheets: StreamedSheet[] = []
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const entry = parts.get(targets.get(attribute(tag, '\\w+:id') ?? '') ?? '')
    if (entry !== undefined) sheets.push(await openSheet(bytes, entry, tag, facts, sources))
  }
  if (sheets.length === 0)
    throw new FileRefused('broken_file', '文件已损坏，读不出表格', '请在原来的电脑上重新打开、另存为 .xlsx 后再交')
  if (sheets.length > limits.sheets)
    throw new FileRefused('too_many_sheets', `工作簿有 ${sheets.length} 张表`, '拆成几个文件')
  return sheets
}

async function readTexts(bytes: Buffer, entry: ZipEntry | undefined): Promise<SharedTexts> {
  const texts = new SharedTexts()
  if (entry === undefined) return texts
  let cutter: ReturnType<typeof cutElements> | undefined
  let prefix = ''
  for await (const piece of decoded(bytes, entry)) {
    prefix = cutter === undefined ? prefixOf(piece, 'sst') : prefix
    cutter ??= cutElements(`${prefix}si`)
    for (const element of cutter.add(piece)) texts.add(richText(withoutMarkup(element), prefix))
  }
  return texts
}

async function* decoded(bytes: Buffer, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of chunksOf(bytes, entry)) yield decoder.decode(chunk, { stream: true })
}

async function openSheet(
  bytes: Buffer,
  entry: ZipEntry,
  tag: string,
  facts: PackageFacts,
  sources: Omit<CellSources, 'prefix'>,
): Promise<StreamedSheet> {
  const measure = facts.measures.get(entry.name) ?? { height: 0, width: 0, merges: [] }
  const { head, prefix } = await readHead(bytes, entry)
  return {
    name: attribute(tag, 'name') ?? '',
    hidden: /\sstate\s*=\s*["'](?:hidden|veryHidden)["']/.test(tag),
    merges: measure.merges.flatMap(mergeOf),
    hiddenColumns: hiddenColumnsOf(head),
    height: measure.height,
    width: measure.width,
    rows: () => rowsOf(bytes, entry, { ...sources, prefix }),
  }
}

/** What stands before the rows: the columns' own settings. */
async function readHead(bytes: Buffer, entry: ZipEntry): Promise<{ readonly head: string; readonly prefix: string }> {
  let head = ''
  for await (const piece of decoded(bytes, entry)) {
    head += piece
    if (/<(?:\w+:)?sheetData[\s/>]/.test(head) || head.length > SMALL_PART) break
  }
  const found = /<(\w+:)?sheetData[\s/>]/.exec(head)
  return { head: head.slice(0, found?.index ?? head.length), prefix: found?.[1] ?? prefixOf(head, 'worksheet') }
}

function hiddenColumnsOf(head: string): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (const [tag] of head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    if (!/^(?:1|true)$/.test(attribute(tag, 'hidden') ?? '')) continue
    const last = Math.min(Number(attribute(tag, 'max') ?? 0), 16_384)
    for (let column = Number(attribute(tag, 'min') ?? 1); column <= last; column += 1) hidden.add(column - 1)
  }
  return hidden
}

function mergeOf(range: string): readonly MergedRange[] {
  const [start = '', end = start] = range.split(':')
  const first = parseAddress(start)
  const last = parseAddress(end)
  if (first === undefined || last === undefined) return []
  return [{ top: first.row, left: first.column, bottom: last.row, right: last.column }]
}

async function* rowsOf(bytes: Buffer, entry: ZipEntry, sources: CellSources): AsyncGenerator<readonly StreamedCells[]> {
  const cutter = cutElements(`${sources.prefix}row`)
  const end = `</${sources.prefix}sheetData>`
  let next = 0
  let tail = ''
  for await (const piece of decoded(bytes, entry)) {
    const rows: StreamedCells[] = []
    for (const xml of cutter.add(piece)) {
      const row = scanRow(xml, next, sources)
      next = row.index + 1
      rows.push(row)
    }
    yield rows
    // What stands behind the rows is of no interest, and may have elements of like names.
    if ((tail + piece).includes(end)) return
    tail = piece.slice(-end.length)
  }
}

/** A sheet that is in memory already, given out as a stream. */
export function streamOfRows(rows: readonly (readonly (SheetCell | undefined)[])[], hidden: ReadonlySet<number>) {
  return async function* blocks(): AsyncGenerator<readonly StreamedCells[]> {
    for (let from = 0; from < rows.length; from += 1000)
      yield rows
        .slice(from, from + 1000)
        .map((cells, at) => ({ index: from + at, hidden: hidden.has(from + at), cells }))
  }
}
