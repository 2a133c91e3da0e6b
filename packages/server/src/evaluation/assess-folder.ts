import { type Finding, isLost, type MappingFile, type RegisterRow } from '@eduduty/core/collection'
import {
  type CountyFacade,
  evaluateCounty,
  type FileView,
  findCounty,
  newestYear,
  planPack,
} from '@eduduty/core/evaluation'
import type { Pack } from '@eduduty/core/packs'
import { type FileRecord, type FolderContent, readFolder } from '../collection/index.ts'
import type { LoadedPack } from '../packs/index.ts'
import { AppError } from '../platform/errors/app-error.ts'
import type { Progress } from '../platform/progress.ts'
import { programVersion } from '../platform/version.ts'
import { runIdOf, snapshotHash } from './snapshot-hash.ts'

export interface AssessFolder {
  readonly folder: string
  /** As the person wrote it, for messages. */
  readonly shownFolder: string
  readonly pack: LoadedPack
  readonly year?: number
  readonly countyCode?: string
  /** What the county is called; not said: as its own register says. */
  readonly countyName?: string
  readonly mapping?: MappingFile
  /** Year for a folder in which no sheet shows one. */
  readonly thisYear: number
}

export interface AssessedFolder {
  readonly county: CountyFacade
  readonly read: FolderContent
}

/** Reads a folder of workbooks and evaluates it. Errors: `assess.no_data` when nothing in it was recognised. */
export async function assessFolder(input: AssessFolder, progress: Progress): Promise<AssessedFolder> {
  const { pack, hash } = input.pack
  const read = await readWithYears(input, progress)
  if (!read.rows.some((row) => isUsable(pack, row)))
    throw new AppError('assess.no_data', { folder: input.shownFolder, why: whyNothing(read) })
  const plan = planPack(pack)
  const year = input.year ?? newestYear(plan, read.rows)
  refuseEmptyYear(year, read.rows)
  const found = findCounty(plan, read.rows, year)
  const county = { code: input.countyCode ?? found.code, name: input.countyName ?? found.name }
  const snapshot = snapshotHash(read.rows)
  const evaluated = evaluateCounty({
    plan,
    rows: read.rows,
    year,
    county,
    packHash: hash,
    snapshot,
    runId: runIdOf([hash, snapshot, year, county.code, programVersion()]),
    program: `eduduty ${programVersion()}`,
    findings: read.findings,
    files: fileViews(
      read.files,
      read.rows.filter((row) => isUsable(pack, row)),
    ),
    onYear: (current, done, total) => progress.report(`评估${current}年`, done, total),
  })
  return { county: evaluated, read }
}

/**
 * Reads the folder. Records that do not show their year count for the newest year that others show, or for this
 * year when none does; a note says so.
 */
async function readWithYears(input: AssessFolder, progress: Progress): Promise<FolderContent> {
  const { pack } = input.pack
  const read = (year: number | undefined): Promise<FolderContent> =>
    readFolder(
      input.folder,
      {
        registers: pack.registers,
        codes: pack.codes ?? [],
        statistics: pack.statistics ?? [],
        keepSheets: true,
        ...(input.mapping === undefined ? {} : { mapping: input.mapping }),
        ...(year === undefined ? {} : { defaultYear: year }),
      },
      ({ done, total }) => progress.report('读取工作簿', done, total),
    )
  const first = await read(input.year)
  const { yearless } = first
  if (yearless === 0) return first
  const year = first.rows.length === 0 ? input.thisYear : newestYear(planPack(pack), first.rows)
  const again = await read(year)
  const note: Finding = {
    level: 'note',
    code: 'year_assumed',
    message: `有 ${yearless} 条记录看不出年份，按${year}年计`,
    advice: '请在表题写明年份，或用 --year 指定年度，或在对照文件里写 year',
  }
  return { ...again, findings: [note, ...again.findings] }
}

/** A row that says whose it is. */
function isUsable(pack: Pack, row: RegisterRow): boolean {
  const register = pack.registers.find(({ id }) => id === row.register)
  return register !== undefined && !isLost(register, row)
}

/** Files named in one message. */
const NAMED = 5

/** Files that could not be opened, else the first thing that went wrong, for a folder that gave nothing. */
function whyNothing(read: FolderContent): string {
  if (read.files.length === 0) return '：里面没有文件'
  const refused = read.files.filter((file) => file.type === 'refused')
  if (refused.length > 1 && refused.length === read.files.length) {
    const named = refused.slice(0, NAMED).map(({ name }) => {
      const why = read.findings.find((finding) => finding.file === name)?.message
      return why === undefined ? name : `${name}（${why}）`
    })
    return `：${refused.length} 个文件都打不开：${named.join('、')}${refused.length > NAMED ? '等' : ''}`
  }
  const first = read.findings.find((finding) => finding.level === 'error') ?? read.findings[0]
  return first === undefined ? '' : `：${first.file === undefined ? '' : `${first.file} `}${first.message}`
}

/** Files with the registers and years that each sheet gave. */
function fileViews(files: readonly FileRecord[], rows: readonly RegisterRow[]): FileView[] {
  const counts = new Map<string, Map<number, number>>()
  for (const row of rows) {
    const key = JSON.stringify([row.source.file, row.source.sheet, row.register])
    const years = counts.get(key) ?? new Map<number, number>()
    counts.set(key, years.set(row.year, (years.get(row.year) ?? 0) + 1))
  }
  return files.map((file) => ({
    name: file.name,
    sha256: file.sha256,
    bytes: file.bytes,
    type: file.type,
    sheets: [...new Set(file.sheets.map((sheet) => sheet.name))].map((name) => ({
      name,
      registers: [
        ...new Set(file.sheets.flatMap((sheet) => (sheet.name === name ? (sheet.register ?? []) : []))),
      ].flatMap((register) =>
        [...(counts.get(JSON.stringify([file.name, name, register])) ?? [])].map(([year, count]) => ({
          register,
          year,
          rows: count,
        })),
      ),
    })),
  }))
}

/** Findings of one file. */
export function findingsByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.file === undefined) continue
    const group = groups.get(finding.file)
    if (group === undefined) groups.set(finding.file, [finding])
    else group.push(finding)
  }
  return groups
}

/** A year of which the folder holds nothing is a slip of the one who asked, not a county without schools. */
function refuseEmptyYear(year: number, rows: readonly RegisterRow[]): void {
  const years = [...new Set(rows.map((row) => row.year))].toSorted((a, b) => a - b)
  if (years.length === 0 || years.includes(year)) return
  const reason = `文件夹里没有${year}年的数据，只有${years.join('、')}年的`
  throw new AppError('command.usage', { command: 'assess', reason })
}
