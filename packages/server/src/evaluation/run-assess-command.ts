import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Assessment } from '@eduduty/core/evaluation'
import { areaPath, countyKeyOf } from '@eduduty/core/organizations'
import { readMappingFile } from '../collection/index.ts'
import { installMissingTables, type LoadedPack, readPack, writeProblems } from '../packs/index.ts'
import { systemCaller } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { chooseAudit, chooseKeyFile, chooseStorage, openInstallation } from '../platform/installation.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { type ParsedOptions, parseOptions } from '../platform/parse-options.ts'
import { createProgress, type Progress } from '../platform/progress.ts'
import { type AssessedFolder, assessFolder } from './assess-folder.ts'
import { startOutput } from './output-folder.ts'
import { storeRun } from './store-run.ts'
import { summaryText } from './summary-text.ts'
import { whenFree } from './when-free.ts'
import { type Outputs, writeOutputs } from './write-outputs.ts'

const DEFAULT_PACK = 'quality-balance-2017'

/**
 * `eduduty assess DIR`: folder of workbooks in; verdict, forms, report and traces out.
 * Exit codes: 0 everything met and nothing refused, 1 something is wrong with what was checked, 2 unreadable input.
 */
export async function runAssessCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('assess', argv, {
    pack: 'text',
    out: 'text',
    map: 'text',
    year: 'text',
    data: 'text',
    county: 'text',
    keys: 'text',
    wait: 'text',
    json: 'flag',
  })
  const json = options.has('json')
  const { folder, shown } = await readPlace(options, io)
  const pack = await packOf(options.text('pack') ?? DEFAULT_PACK, io, json)
  if (pack === undefined) return exitCodes.usage
  const place = resolve(io.cwd, options.text('out') ?? join(dirname(folder), `${basename(folder)}-评估结果`))
  const mapping =
    options.text('map') === undefined
      ? undefined
      : await readMappingFile(resolve(io.cwd, options.text('map') ?? ''), pack.pack)
  const year = yearOf(options.text('year'))
  const countyCode = countyOf(options.text('county'))
  const patience = secondsOf(options.text('wait'))
  const progress = createProgress(io, { json })
  const output = await startOutput(place, folder)
  try {
    const request = {
      folder,
      shownFolder: shown,
      pack,
      thisYear: new Date().getFullYear(),
      ...(mapping && { mapping }),
      ...(year !== undefined && { year }),
      ...(countyCode !== undefined && { countyCode }),
    }
    const assessed = await assessFolder(request, progress)
    const outputs = await writeOutputs(assessed, folder, output.building, progress)
    await storeIfAsked(options, io, { pack, assessed, outputs, folder: output.building, patience }, progress)
    await output.finish()
    progress.finish()
    const assessment = assessed.county.assessment()
    if (json) writeJson(io, summaryOf(assessment, place, outputs))
    else io.stdout.write(summaryText(assessment, place, outputs))
    return isAllWell(assessment) ? exitCodes.done : exitCodes.wrong
  } catch (error) {
    progress.finish()
    await output.discard()
    throw error
  }
}

function isAllWell(assessment: Assessment): boolean {
  return assessment.verdict.state === 'met' && !assessment.findings.some((finding) => finding.level === 'error')
}

/** The assessment without its thousands of figures, and where the files are. */
function summaryOf(assessment: Assessment, place: string, outputs: Outputs): unknown {
  const history = assessment.history.map((year) => ({ ...year, figures: [] }))
  return {
    ...assessment,
    figures: [],
    history,
    output: { folder: place, files: outputs.files, remarks: outputs.remarks },
  }
}

async function readPlace(options: ParsedOptions, io: Io): Promise<{ readonly folder: string; readonly shown: string }> {
  const [shown, ...more] = options.positionals
  if (shown === undefined || more.length > 0)
    throw new AppError('command.usage', { command: 'assess', reason: '请给出一个存放工作簿的文件夹' })
  const folder = resolve(io.cwd, shown)
  const refuse = (reason: string): AppError => new AppError('file.unreadable', { path: shown, reason })
  const found = await stat(folder).catch((error: unknown) => {
    throw refuse(whyUnreadable(error))
  })
  if (!found.isDirectory()) throw refuse('它不是文件夹。请给出文件夹：把工作簿放进一个文件夹再评估')
  await access(folder, constants.R_OK | constants.X_OK).catch((error: unknown) => {
    throw refuse(whyUnreadable(error))
  })
  return { folder, shown }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return '没有这个文件夹'
  if (code === 'EACCES' || code === 'EPERM') return '没有读取它的权限'
  return `系统不让读（${code}）`
}

async function packOf(idOrFolder: string, io: Io, json: boolean): Promise<LoadedPack | undefined> {
  const reading = await readPack(idOrFolder, io.cwd)
  if (reading.loaded === undefined) writeProblems(reading, io, json)
  return reading.loaded
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const year = Number(text)
  if (Number.isInteger(year) && year >= 1949 && year <= 2999) return year
  throw new AppError('command.usage', { command: 'assess', reason: `年度 ${text} 不对，应是四位数的年份，如 2025` })
}

function countyOf(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9]{6}(?:[0-9]{6})?$/.test(text)) return text
  throw new AppError('command.usage', { command: 'assess', reason: `行政区划代码 ${text} 不对，应是 6 位或 12 位数字` })
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return 0
  const seconds = Number(text)
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 3600) return seconds
  throw new AppError('command.usage', { command: 'assess', reason: `--wait ${text} 不对，应是 0–3600 的整数，单位秒` })
}

interface Storing {
  readonly pack: LoadedPack
  readonly assessed: AssessedFolder
  readonly outputs: Outputs
  readonly folder: string
  /** Seconds to wait for a database that another program holds. */
  readonly patience: number
}

/** Keeps the run in a database where one was named; without one the files are all there is. */
async function storeIfAsked(options: ParsedOptions, io: Io, storing: Storing, progress: Progress): Promise<void> {
  const data = options.text('data')
  const url = io.env.DATABASE_URL
  if (data === undefined && (url === undefined || url === '')) return
  progress.report('存入数据库', 0, 0)
  const storage = chooseStorage(data, io)
  const { door, db, keyring, close } = await whenFree(
    () => openInstallation(storage, chooseKeyFile(options.text('keys'), storage, io), chooseAudit(io)),
    storing.patience,
  )
  try {
    const tables = await installMissingTables(db, storing.pack.pack)
    const county = countyKeyOf(storing.assessed.county.assessment().run.county.code)
    const path = areaPath(county)
    const caller = systemCaller('评估文件夹中的数据', { scopes: [path], county, path })
    await door.write(caller, (ctx) => storeRun(ctx, { ...storing, tables, keyring }))
  } finally {
    await close()
  }
}
