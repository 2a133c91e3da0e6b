import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  assembleStatistics,
  completeLayouts,
  readStatisticsWorkbook,
  type Sheet,
  type StatisticsRow,
} from '@eduduty/core/collection'
import { type Pack, parsePack, type StatisticsLayout } from '@eduduty/core/packs'

const folder = join(import.meta.dirname, '../../../../packs/quality-balance-2017')

function loadPack(): Pack {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const { pack, problems } = parsePack(files)
  if (pack === undefined) throw new Error(problems.map(({ message }) => message).join('\n'))
  return pack
}

/** The pack that is shipped, with its layouts of the statistics sheets. */
export const pack = loadPack()

interface Options {
  readonly file?: string
  readonly layouts?: readonly StatisticsLayout[]
  readonly names?: ReadonlyMap<string, string>
  readonly year?: number
}

/** Reads drawn sheets as one file. */
export function readDrawn(sheets: readonly Sheet[], options: Options = {}) {
  const layouts = completeLayouts([...(options.layouts ?? []), ...(pack.statistics ?? [])])
  const read = readStatisticsWorkbook(sheets, {
    file: options.file ?? '统计.xlsx',
    layouts,
    registers: pack.registers,
    ...(options.year === undefined ? {} : { defaultYear: options.year }),
  })
  const { rows, findings } = assembleStatistics(read.readings, pack.registers, (name) => options.names?.get(name))
  return { rows, findings: [...read.findings, ...findings], taken: read.taken, yearless: read.yearless }
}

export function rowOf(rows: readonly StatisticsRow[], register: string, stage?: string): StatisticsRow | undefined {
  return rows.find((row) => row.register === register && (stage === undefined || row.values.stage === stage))
}
