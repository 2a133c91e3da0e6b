import type { FigureSource } from './figure-source.ts'
import type { WorkbookModel } from './sheet-model.ts'
import { dispersionSheet, missingSheet, subjectSheets, summarySheet } from './verdict-sheets.ts'

/** The workbook that every evaluation gives, whatever its pack: verdicts, figures of all subjects, dispersion, who is missing. */
export function layOutVerdict(source: FigureSource): WorkbookModel {
  const assessment = source.assessment()
  const sheets = [
    summarySheet(assessment),
    ...subjectSheets(source.pack, assessment),
    dispersionSheet(assessment),
    missingSheet(assessment),
  ]
  return {
    title: `${source.pack.pack.title}评估结果`,
    file: '评估结果.xlsx',
    header: `${source.county.name}　${source.year}年度　${source.pack.pack.title}`,
    sheets: sheets.flatMap((sheet) => sheet ?? []),
  }
}
