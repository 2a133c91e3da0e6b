import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parsePack, tablesOfPack } from '@eduduty/core/packs'
import { AppError } from '../platform/errors/app-error.ts'
import { exitCodes, type Io } from '../platform/io.ts'
import { writeWorkbook } from '../platform/xlsx/write-workbook.ts'
import { findPackFolder, readPack, readPackFiles } from './load-pack.ts'
import { findTooLong, workbookOf } from './pack-workbook.ts'
import { writeProblems } from './write-problems.ts'

/** `eduduty pack export-xlsx`: a pack's own content as a workbook that gives the same content back. */
export async function exportWorkbookCommand(idOrFolder: string, file: string, io: Io): Promise<number> {
  const folder = await findPackFolder(idOrFolder, io.cwd)
  const parsed = parsePack(folder === undefined ? [] : await readPackFiles(folder))
  const content = parsed.pack ?? parsed.overlay
  if (content === undefined) {
    writeProblems(await readPack(idOrFolder, io.cwd), io, false)
    return exitCodes.usage
  }
  const tables = tablesOfPack(content)
  const tooLong = findTooLong(tables)
  if (tooLong !== undefined)
    throw new AppError('command.usage', { command: 'pack', reason: `${tooLong} 太长，一个单元格放不下` })
  const { id, since, title } = content.pack
  await writeFile(resolve(io.cwd, file), await writeWorkbook(workbookOf(`标准包 ${id}`, tables), since))
  io.stdout.write(`标准包 ${id}（${title}）已写入 ${file}：${tables.length} 张工作表。\n`)
  return exitCodes.done
}
