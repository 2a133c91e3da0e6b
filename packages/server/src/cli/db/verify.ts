import { resolve } from 'node:path'
import { verifyArchive } from '../../platform/db/transfer/verify-archive.ts'
import { type TableFault, verifyDatabase } from '../../platform/db/verify-database.ts'
import { checkFiles, filesBeside, type WantedFiles } from '../../platform/files/copy-files.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { chooseStorage } from '../../platform/installation.ts'
import { exitCodes, type Io, writeJson } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import type { RunCommand } from '../command.ts'
import { filesOfBackup, listed } from './files-of-backup.ts'
import { asItIs, withDatabase } from './open-for-command.ts'

/** `eduduty db verify [FILE]`: exit code 1 when something is damaged. */
export const runVerify: RunCommand = async (argv, io) => {
  const options = parseOptions('db', argv, { data: 'text', json: 'flag' })
  const [file] = options.positionals
  if (file !== undefined) return verifyFile(file, options.has('json'), io)
  return withDatabase(asItIs(chooseStorage(options.text('data'), io)), async (database) => {
    const result = await verifyDatabase(database)
    const { tables, rows, faults } = result
    if (options.has('json')) writeJson(io, result)
    else if (faults.length === 0) io.stdout.write(`已核验 ${tables} 张表、${rows} 行，没有发现问题。\n`)
    else io.stdout.write(`${faults.map(faultLine).join('')}请停止使用这个数据库，并从最近的备份恢复到新目录。\n`)
    return faults.length === 0 ? exitCodes.done : exitCodes.wrong
  })
}

async function verifyFile(file: string, json: boolean, io: Io): Promise<number> {
  const manifest = await verifyArchive(resolve(io.cwd, file), file)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const tables = manifest.tables.length
  const path = resolve(io.cwd, file)
  const store = filesBeside(path)
  const { files, damaged } = await checkFiles(store)
  const wanted = await filesOfBackup(path, file, manifest.tables)
  const missing = await missingFrom(store, wanted)
  const beside = files + missing.length === 0 ? {} : { files, damaged_files: damaged, missing_files: missing }
  if (json) writeJson(io, { tables, rows, created_at: manifest.created_at, faults: [], ...beside })
  else {
    io.stdout.write(`备份文件完好：${tables} 张表，${rows} 行，建立于 ${manifest.created_at}。\n`)
    if (files > 0) io.stdout.write(filesLine(files, damaged))
    if (missing.length > 0)
      io.stdout.write(
        `旁边少了佐证文件 ${missing.length} 个：${listed(missing)}。请把 eduduty-files 文件夹一起拷来。\n`,
      )
  }
  return damaged.length + missing.length === 0 ? exitCodes.done : exitCodes.wrong
}

/** All files there have been read already: only what is not there is looked for. */
async function missingFrom(store: FileStore, wanted: WantedFiles): Promise<readonly string[]> {
  const missing: string[] = []
  for (const key of [...wanted].toSorted()) {
    const [county = '', sha256 = ''] = key.split('/')
    if (!(await store.has(county, sha256))) missing.push(key)
  }
  return missing
}

function filesLine(files: number, damaged: readonly string[]): string {
  if (damaged.length === 0) return `旁边的佐证文件 ${files} 个，全部完好。\n`
  return `旁边的佐证文件 ${files} 个，其中 ${damaged.length} 个已损坏：\n${damaged.join('\n')}\n请删去这些文件，再备份一次。\n`
}

function faultLine(fault: TableFault): string {
  return `${fault.table}：${fault.message}\n`
}
