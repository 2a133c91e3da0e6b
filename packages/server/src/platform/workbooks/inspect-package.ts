import { type FileLimits, LIMITS } from './limits.ts'
import { FileRefused } from './refusal.ts'
import { SheetCounter, type SheetMeasure } from './sheet-counter.ts'
import { chunksOf } from './zip-chunks.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

export interface PackageFacts {
  /** Some cell format shows percentages: only then are formats worth reading. */
  readonly hasPercents: boolean
  readonly entries: readonly ZipEntry[]
  /** How far the sheets reach, by the name of their part. */
  readonly measures: ReadonlyMap<string, SheetMeasure>
}

/**
 * Inflates every part of a zip, counting what really comes out and keeping nothing, and refuses bombs, entity
 * declarations and macros before any parser sees the file. Throws FileRefused.
 */
export async function inspectPackage(bytes: Buffer, limits: FileLimits = LIMITS): Promise<PackageFacts> {
  const entries = readZipDirectory(bytes)
  refuseOtherPackages(bytes, entries)
  let total = 0
  let cells = 0
  let styles = ''
  const measures = new Map<string, SheetMeasure>()
  for (const entry of entries) {
    const isXml = /\.(?:xml|rels|vml)$/i.test(entry.name)
    const isSheet = /(?:^|\/)worksheets\/[^/]+\.xml$/i.test(entry.name)
    const counter = new SheetCounter(entry.name, isSheet, limits)
    for await (const chunk of chunksOf(bytes, entry)) {
      total += chunk.length
      if (total > limits.inflatedBytes) throw bomb(limits)
      if (isXml) counter.add(chunk)
      if (entry.name.endsWith('styles.xml') && styles.length < STYLES_LIMIT) styles += chunk.toString('latin1')
      if (cells + counter.cells > limits.cells) throw tooManyCells(limits)
    }
    cells += counter.cells
    counter.check()
    if (isSheet) measures.set(entry.name, counter.measure())
  }
  return { hasPercents: showsPercents(styles), entries, measures }
}

const STYLES_LIMIT = 4 * 1024 * 1024

/** True when a cell format in use is one of the two built-in percentages or has a per cent sign of its own. */
function showsPercents(styles: string): boolean {
  const own = [...styles.matchAll(/numFmtId="(\d+)"\s+formatCode="[^"]*%/g)].map((found) => found[1] ?? '')
  const formats = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return ['9', '10', ...own].some((id) => formats.includes(`numFmtId="${id}"`))
}

function bomb(limits: FileLimits): FileRefused {
  const megabytes = Math.round(limits.inflatedBytes / 1024 / 1024)
  return new FileRefused(
    'zip_bomb',
    `文件解开后超过 ${megabytes} MB，像是恶意构造的文件`,
    '只保留填报的表，删去图片和空行后另存为新的 .xlsx',
  )
}

function tooManyCells(limits: FileLimits): FileRefused {
  return new FileRefused(
    'too_many_cells',
    `工作簿超过 ${limits.cells} 个单元格`,
    '删去数据区以外的空行空列（选中后右键删除），或拆成几个文件',
  )
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
