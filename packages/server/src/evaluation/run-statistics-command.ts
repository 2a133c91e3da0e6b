import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Finding } from '@eduduty/core/collection'
import { type FolderContent, readFolder, readMappingFile } from '../collection/index.ts'
import { writeDifferences } from '../documents/index.ts'
import { type LoadedPack, readPack, writeProblems } from '../packs/index.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { type ParsedOptions, parseOptions } from '../platform/parse-options.ts'
import { createProgress } from '../platform/progress.ts'
import { markWorkbook } from '../platform/workbooks/mark-workbook.ts'
import { findingsByFile } from './assess-folder.ts'
import { returnedNames } from './output-folder.ts'
import { statisticsText, statisticsView } from './statistics-view.ts'

const DEFAULT_PACK = 'quality-balance-2017'

/**
 * `eduduty statistics PATH`: what the statistics workbooks give, each value with its cells, and where filled forms say
 * otherwise. Exit codes: 0 all was read and agrees, 1 something was refused or differs, 2 nothing to read.
 */
export async function runStatisticsCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('statistics', argv, {
    pack: 'text',
    map: 'text',
    year: 'text',
    out: 'text',
    json: 'flag',
  })
  const json = options.has('json')
  const reading = await readPack(options.text('pack') ?? DEFAULT_PACK, io.cwd)
  if (reading.loaded === undefined) {
    writeProblems(reading, io, json)
    return exitCodes.usage
  }
  const { pack } = reading.loaded
  const path = await findPlace(options, io)
  const read = await readPlace(path, reading.loaded, options, io)
  const findings = read.findings.filter((finding) => concerns(finding, read))
  const files = await writeIfAsked(options, io, { path, read, findings, loaded: reading.loaded })
  const view = statisticsView(read.statistics, findings, pack.registers, files)
  if (json) writeJson(io, view)
  else io.stdout.write(statisticsText(view))
  if (read.statistics.rows.length === 0) return exitCodes.usage
  return findings.some(({ level }) => level === 'error' || level === 'check') ? exitCodes.wrong : exitCodes.done
}

async function findPlace(options: ParsedOptions, io: Io): Promise<string> {
  const [shown, ...more] = options.positionals
  if (shown === undefined || more.length > 0)
    throw new AppError('command.usage', { command: 'statistics', reason: '请给出一个工作簿，或存放工作簿的文件夹' })
  const path = resolve(io.cwd, shown)
  await stat(path).catch(() => {
    throw new AppError('file.unreadable', { path: shown, reason: '没有这个文件或文件夹' })
  })
  return path
}

async function readPlace(path: string, { pack }: LoadedPack, options: ParsedOptions, io: Io): Promise<FolderContent> {
  const map = options.text('map')
  const mapping = map === undefined ? undefined : await readMappingFile(resolve(io.cwd, map), pack)
  const year = options.text('year')
  if (year !== undefined && !/^(?:19|20)\d\d$/.test(year))
    throw new AppError('command.usage', {
      command: 'statistics',
      reason: `年度 ${year} 不对，应是四位数的年份，如 2022`,
    })
  const progress = createProgress(io, { json: options.has('json') })
  try {
    return await readFolder(
      path,
      {
        registers: pack.registers,
        codes: pack.codes ?? [],
        statistics: pack.statistics ?? [],
        ...(mapping === undefined ? {} : { mapping }),
        ...(year === undefined ? {} : { defaultYear: Number(year) }),
      },
      ({ done, total }) => progress.report('读取工作簿', done, total),
    )
  } finally {
    progress.finish()
  }
}

/** What is wrong with filled forms alone is told by `assess`; what forms lack is no matter here. */
function concerns(finding: Finding, { statistics }: FolderContent): boolean {
  if (finding.code === 'taken_from_statistics') return false
  if (finding.code.startsWith('statistics_')) return true
  return finding.file !== undefined && statistics.files.has(finding.file)
}

interface Results {
  readonly path: string
  readonly read: FolderContent
  readonly findings: readonly Finding[]
  readonly loaded: LoadedPack
}

/** The comparison, and the workbooks with wrong cells red, in a folder; their names. */
async function writeIfAsked(options: ParsedOptions, io: Io, results: Results): Promise<readonly string[]> {
  const out = options.text('out')
  if (out === undefined) return []
  const { path, read, findings, loaded } = results
  const folder = resolve(io.cwd, out)
  await mkdir(folder, { recursive: true })
  const year = Math.max(1970, ...read.statistics.rows.map((row) => row.year))
  const frame = { registers: loaded.pack.registers, county: '', date: `${year}-12-31` }
  const written = await writeDifferences(read.statistics.differences, frame, folder)
  const wrong = findingsByFile(findings.filter(({ level, cell }) => level !== 'note' && cell !== undefined))
  const targets = returnedNames([...wrong.keys()])
  const source = (await stat(path)).isDirectory() ? path : dirname(path)
  const marked: string[] = []
  for (const [name, own] of wrong) {
    const target = targets.get(name)
    if (target === undefined) continue
    await mkdir(dirname(join(folder, target)), { recursive: true })
    await markWorkbook(join(source, name), own, join(folder, target))
    marked.push(target)
  }
  return [...written.map(({ name }) => name), ...marked]
}
