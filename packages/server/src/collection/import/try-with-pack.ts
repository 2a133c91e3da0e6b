import { nearestName } from '@eduduty/core/formula'
import { areaPath } from '@eduduty/core/organizations'
import type { Register } from '@eduduty/core/packs'
import { readPack, writeProblems } from '../../packs/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { makeTaskPack } from '../packs/task-pack.ts'
import { type ImportReport, reportOfTrial } from './import-report.ts'
import { type ImportOrder, mappingOf, showProgress } from './order.ts'
import { tryFile } from './try-file.ts'
import { writeReturned } from './write-returned.ts'

/** An area that does not exist, for the rows of nobody. */
const county = '990000'

/**
 * Checks a file by a standards pack alone, without an installation: `--period` is the year then. Undefined when the pack
 * has mistakes, which are told.
 */
export async function tryWithPack(order: ImportOrder, packId: string): Promise<ImportReport | undefined> {
  const { options, io, path, name, org, dryRun } = order
  const reading = await readPack(packId, io.cwd)
  if (reading.loaded === undefined) {
    writeProblems(reading, io, options.has('json'))
    return undefined
  }
  const pack = makeTaskPack(reading.loaded.pack, reading.loaded.hash)
  const register = findRegister(pack.pack.registers, order.register)
  const row = { register: register.id, unit_code: org, unit_name: org, year: yearOf(order) }
  const mapping = await mappingOf(order, pack.pack)
  const tried = await tryFile(
    { ...order, ...mapping, pack, row, county, path: areaPath(county) },
    { onProgress: (progress) => showProgress(order, progress) },
  )
  const marked = tried.marked === undefined ? undefined : await writeReturned(path, tried.marked)
  return reportOfTrial({ row, pack, file: name, dryRun, marked }, tried)
}

function yearOf({ period }: ImportOrder): number {
  if (/^(?:19|20)\d\d$/.test(period)) return Number(period)
  const reason = `没有数据库时 --period 只写年度，如 2025；“${period}”不是年度`
  throw new AppError('command.usage', { command: 'import', reason })
}

function findRegister(registers: readonly Register[], wanted: string): Register {
  const found = registers.find(({ id, title }) => id === wanted || title === wanted)
  if (found !== undefined) return found
  const names = registers.flatMap(({ id, title }) => [id, title])
  const near = nearestName(wanted, names)
  const known = registers.map(({ id, title }) => `${id}（${title}）`).join('、')
  const reason = `标准包里没有台账“${wanted}”${near === undefined ? '' : `，是不是“${near}”`}；可用：${known}`
  throw new AppError('command.usage', { command: 'import', reason })
}
