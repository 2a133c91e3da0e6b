import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StatisticsDifference } from '@eduduty/core/collection'
import { DIFFERENCES_FILE, layOutDifferences } from '@eduduty/core/documents'
import type { Register } from '@eduduty/core/packs'
import { writeWorkbook } from '../platform/xlsx/write-workbook.ts'

export interface DifferencesFrame {
  readonly registers: readonly Register[]
  readonly county: string
  /** YYYY-MM-DD, the file's own date: the same differences give the same bytes. */
  readonly date: string
}

const DATA_FILE = '教育事业统计核对.json'

/** Writes how the filled forms differ from the statistics, as workbook and as data; nothing where there are no statistics. */
export async function writeDifferences(
  differences: readonly StatisticsDifference[],
  frame: DifferencesFrame,
  folder: string,
): Promise<readonly { readonly name: string; readonly title: string }[]> {
  if (differences.length === 0) return []
  const model = layOutDifferences(differences, frame.registers, frame.county)
  await writeFile(join(folder, DIFFERENCES_FILE), await writeWorkbook(model, frame.date))
  await writeFile(join(folder, DATA_FILE), `${JSON.stringify({ differences }, null, 1)}\n`)
  return [
    { name: DIFFERENCES_FILE, title: model.title },
    { name: DATA_FILE, title: `${model.title}（数据）` },
  ]
}
