import { Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { LIMITS } from './limits.ts'
import { FileRefused } from './refusal.ts'
import { SheetCounter } from './sheet-counter.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

export interface PackageFacts {
  /** Some cell format shows percentages: only then are formats worth reading. */
  readonly hasPercents: boolean
}

/**
 * Inflates every part of a zip, counting what really comes out and keeping nothing, and refuses bombs, entity
 * declarations and macros before any parser sees the file. Throws FileRefused.
 */
export async function inspectPackage(bytes: Buffer): Promise<PackageFacts> {
  const entries = readZipDirectory(bytes)
  refuseOtherPackages(bytes, entries)
  let total = 0
  let cells = 0
  let styles = ''
  for (const entry of entries) {
    const isXml = /\.(?:xml|rels|vml)$/i.test(entry.name)
    const counter = new SheetCounter(entry.name, /(?:^|\/)worksheets\/[^/]+\.xml$/i.test(entry.name))
    for await (const chunk of partsOf(bytes, entry)) {
      total += chunk.length
      if (total > LIMITS.inflatedBytes) throw bomb()
      if (isXml) counter.add(chunk)
      if (entry.name.endsWith('styles.xml') && styles.length < STYLES_LIMIT) styles += chunk.toString('latin1')
      if (cells + counter.cells > LIMITS.cells) throw tooManyCells()
    }
    cells += counter.cells
    counter.check()
  }
  return { hasPercents: showsPercents(styles) }
}

const STYLES_LIMIT = 4 * 1024 * 1024

/** True when a cell format in use is one of the two built-in percentages or has a per cent sign of its own. */
function showsPercents(styles: string): boolean {
  const own = [...styles.matchAll(/numFmtId="(\d+)"\s+formatCode="[^"]*%/g)].map((found) => found[1] ?? '')
  const formats = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return ['9', '10', ...own].some((id) => formats.includes(`numFmtId="${id}"`))
}

function bomb(): FileRefused {
  const megabytes = Math.round(LIMITS.inflatedBytes / 1024 / 1024)
  return new FileRefused(
    'zip_bomb',
    `文件解开后超过 ${megabytes} MB，像是恶意构造的文件`,
    '只保留填报的表，删去图片和空行后另存为新的 .xlsx',
  )
}

function tooManyCells(): FileRefused {
  return new FileRefused(
    'too_many_cells',
    `工作簿超过 ${LIMITS.cells} 个单元格`,
    '删去数据区以外的空行空列（选中后右键删除），或拆成几个文件',
  )
}

async function* partsOf(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = bytes.subarray(entry.start, entry.start + entry.compressed)
  if (entry.method === 0) {
    yield packed
    return
  }
  if (packed.length <= SMALL) {
    yield inflateSmall(packed, entry)
    return
  }
  const inflate = Readable.from(slicesOf(packed)).pipe(createInflateRaw({ chunkSize: 256 * 1024 }))
  try {
    for await (const chunk of inflate) if (Buffer.isBuffer(chunk)) yield chunk
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause
    throw brokenPart(entry)
  } finally {
    inflate.destroy()
  }
}

/** Deflate gives back at most about 1032 times what is packed: this much is inflated at once, without a stream. */
const SMALL = 16 * 1024

function inflateSmall(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed)
  } catch {
    throw brokenPart(entry)
  }
}

function brokenPart(entry: ZipEntry): FileRefused {
  return new FileRefused(
    'broken_file',
    `文件已损坏：部件 ${entry.name.slice(0, 60)} 解不开`,
    '请在原来的电脑上重新打开、另存为 .xlsx 后再交',
  )
}

function* slicesOf(packed: Buffer): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += 64 * 1024) yield packed.subarray(at, at + 64 * 1024)
}

function refuseOtherPackages(bytes: Buffer, entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map((entry) => entry.name))
  const has = (start: string) => entries.some((entry) => entry.name.startsWith(start))
  const wrong = (what: string, advice: string) => new FileRefused('wrong_type', `这不是表格，而是${what}`, advice)
  if (entries.some((entry) => /vbaProject\.bin$/i.test(entry.name))) {
    throw new FileRefused('has_macros', '工作簿带有宏（VBA），为安全起见不读取', '另存为不含宏的 .xlsx 后再交')
  }
  if (names.has('xl/workbook.bin')) throw wrong(' xlsb 二进制工作簿', '用 WPS 或 Excel 另存为 .xlsx')
  if (has('xl/')) return
  if (has('word/')) throw wrong('文字文档（docx）', '把其中的表格复制到 .xlsx 里再交')
  if (has('ppt/')) throw wrong('演示文稿（pptx）', '交 .xlsx 表格')
  const mime = entries.find((entry) => entry.name === 'mimetype' && entry.method === 0)
  const said =
    mime === undefined ? '' : bytes.toString('latin1', mime.start, mime.start + Math.min(mime.compressed, 100))
  if (said.includes('opendocument.spreadsheet')) throw wrong(' ODS 表格', '用 WPS 或 LibreOffice 另存为 .xlsx')
  throw wrong('压缩包（zip）', '先解压，把里面的表格放进文件夹')
}
