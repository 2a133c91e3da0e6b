import { checkShape, filesOfPack, Overlay, Pack, type PackFile, packOfTables, parsePack } from '@eduduty/core/packs'
import { AppError } from '../../platform/errors/app-error.ts'
import { decodeText } from '../../platform/workbooks/decode-text.ts'
import { readBytes } from '../../platform/workbooks/read-bytes.ts'
import { FileRefused } from '../../platform/workbooks/refusal.ts'
import { partBytes } from '../../platform/workbooks/zip-chunks.ts'
import { readZipDirectory, type ZipEntry } from '../../platform/workbooks/zip-directory.ts'
import { tablesOfSheets } from '../pack-workbook.ts'

const MOST_ENTRIES = 1000
const PART_BYTES = 2 * 1024 * 1024
const NAMED = 12

/** The files of a pack out of a zip of its folder or out of an exported workbook. Errors: `pack.draft_file`. */
export async function sentPackFiles(bytes: Buffer, name: string): Promise<readonly PackFile[]> {
  try {
    const entries = readZipDirectory(bytes)
    return entries.some((entry) => entry.name.startsWith('xl/'))
      ? await filesOfWorkbook(bytes, name)
      : await filesOfZip(bytes, entries)
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause
    const reason = /\.(zip|xlsx)$/i.test(name) ? cause.message : '这个文件既不是 zip 压缩包，也不是 .xlsx 工作簿'
    throw new AppError('pack.draft_file', { reason, advice: cause.finding.advice ?? '' }, { cause })
  }
}

const refused = (reason: string, advice: string): AppError => new AppError('pack.draft_file', { reason, advice })

async function filesOfZip(bytes: Buffer, entries: readonly ZipEntry[]): Promise<readonly PackFile[]> {
  if (entries.length > MOST_ENTRIES) throw refused(`压缩包里有 ${entries.length} 个文件`, '只压缩标准包这一个文件夹')
  const files: PackFile[] = []
  for (const entry of entries) {
    const path = nameOf(bytes, entry)
    if (/(^|\/)\.\.?(\/|$)|^\/|^[a-z]:|\\/i.test(path))
      throw refused(`压缩包里的“${path.slice(0, 80)}”指到了文件夹外面`, '请重新压缩标准包文件夹')
    if (!/\.ya?ml$/i.test(path) || /(^|\/)(\.|__MACOSX)/.test(path)) continue
    if (entry.size > PART_BYTES) throw refused(`文件 ${path} 太大`, '标准包的一个文件不超过 2 MB')
    files.push({
      path: path.replace(/ya?ml$/i, (end) => end.toLowerCase()),
      text: decodeText(await partBytes(bytes, entry, PART_BYTES)),
    })
  }
  return withinFolder(files)
}

/** Older programs write Chinese names in GB18030, without the mark that says UTF-8. */
function nameOf(bytes: Buffer, entry: ZipEntry): string {
  const raw = bytes.subarray(entry.named, entry.named + entry.nameBytes)
  return decodeText(raw)
}

/** A zip of a folder has the folder's own name before every file. */
function withinFolder(files: readonly PackFile[]): readonly PackFile[] {
  const first = files[0]?.path.split('/')[0]
  const isFolder = first !== undefined && files.every(({ path }) => path.startsWith(`${first}/`))
  const inside = isFolder ? files.map(({ path, text }) => ({ path: path.slice(first.length + 1), text })) : files
  return inside.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

async function filesOfWorkbook(bytes: Buffer, name: string): Promise<readonly PackFile[]> {
  const read = tablesOfSheets((await readBytes(bytes, name)).sheets)
  const built = packOfTables(read.tables)
  const files = filesOfPack(built.content)
  const faults = [...read.faults, ...built.faults]
  const parsed = parsePack(files)
  if (faults.length === 0 && parsed.pack === undefined && parsed.overlay === undefined) {
    const manifest = built.content.pack
    const isOverlay = typeof manifest === 'object' && manifest !== null && 'overlays' in manifest
    for (const { path, message, suggestion = '' } of checkShape(isOverlay ? Overlay : Pack, built.content))
      faults.push({ place: built.placeOf(path), message, suggestion })
  }
  if (faults.length === 0) return files
  const listed = faults.slice(0, NAMED).map(({ place, message }) => `${place}：${message}`)
  const [first] = faults
  throw refused(`工作簿有 ${faults.length} 处错误：${listed.join('；')}`, first?.suggestion || '请改好工作簿后再上传')
}
