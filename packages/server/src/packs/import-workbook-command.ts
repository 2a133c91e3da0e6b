import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { checkShape, filesOfPack, Overlay, Pack, packOfTables, parsePack, type TableFault } from '@eduduty/core/packs'
import { AppError } from '../platform/errors/app-error.ts'
import { exitCodes, type Io } from '../platform/io.ts'
import { readBytes } from '../platform/workbooks/read-bytes.ts'
import { FileRefused } from '../platform/workbooks/refusal.ts'
import { tablesOfSheets } from './pack-workbook.ts'

/** `eduduty pack import-xlsx`: a workbook as the YAML files of a pack. With one mistake, nothing is written. */
export async function importWorkbookCommand(file: string, folder: string, io: Io): Promise<number> {
  const target = resolve(io.cwd, folder)
  if (!(await isEmptyOrMissing(target)))
    throw new AppError('command.usage', { command: 'pack', reason: `文件夹 ${folder} 里已有内容，请写一个新的文件夹` })
  const read = tablesOfSheets(await sheetsOf(resolve(io.cwd, file)))
  const built = packOfTables(read.tables)
  const files = filesOfPack(built.content)
  const faults = [...read.faults, ...built.faults]
  const parsed = parsePack(files)
  if (faults.length === 0 && parsed.pack === undefined && parsed.overlay === undefined)
    faults.push(...shapeFaults(built.content, built.placeOf))
  if (faults.length > 0) {
    for (const { place, message, suggestion } of faults)
      io.stderr.write(`${place} 错误：${message}${suggestion === '' ? '' : `\n    建议：${suggestion}`}\n`)
    io.stderr.write(`共 ${faults.length} 处错误，没有写出任何文件；改好工作簿后再导入。\n`)
    return exitCodes.wrong
  }
  await mkdir(target, { recursive: true })
  for (const { path, text } of files) await writeFile(join(target, path), text)
  io.stdout.write(`已写入 ${folder}：${files.length} 个文件。请用 eduduty pack validate ${folder} 检查。\n`)
  return exitCodes.done
}

async function sheetsOf(path: string) {
  try {
    return (await readBytes(await readFile(path), path)).sheets
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause
    throw new AppError('command.usage', { command: 'pack', reason: `${path}：${cause.message}` }, { cause })
  }
}

/** Mistakes of shape at their cells. */
function shapeFaults(
  content: Readonly<Record<string, unknown>>,
  placeOf: (path: readonly (string | number)[]) => string,
): TableFault[] {
  const { pack: manifest } = content
  const isOverlay = typeof manifest === 'object' && manifest !== null && 'overlays' in manifest
  return checkShape(isOverlay ? Overlay : Pack, content).map(({ path, message, suggestion }) => ({
    place: placeOf(path),
    message,
    suggestion: suggestion ?? '',
  }))
}

async function isEmptyOrMissing(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch {
    return true
  }
}
