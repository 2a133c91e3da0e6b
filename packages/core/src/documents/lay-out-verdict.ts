import type { FigureSource } from './figure-source.ts'
import { ratingSheets } from './rating-sheets.ts'
import type { WorkbookModel } from './sheet-model.ts'
import { dispersionSheet, missingSheet, subjectSheets, summarySheet } from './verdict-sheets.ts'

/** The workbook that every evaluation gives, whatever its pack: verdicts, figures of all subjects, dispersion, who is missing. */
export function layOutVerdict(source: FigureSource): WorkbookModel {
  const assessment = source.assessment()
  const sheets = [
    summarySheet(assessment),
    ...ratingSheets(assessment),
    ...subjectSheets(source.pack, assessment),
    dispersionSheet(assessment),
    missingSheet(assessment),
  ]
  return {
    title: resultsOf(source.pack.pack.title),
    file: '评估结果.xlsx',
    header: `${source.county.name}　${source.year}年度　${source.pack.pack.title}`,
    sheets: sheets.flatMap((sheet) => sheet ?? []),
  }
}

/** A pack may itself be called 评估: it is not said twice. */
function resultsOf(title: string): string {
  return title.endsWith('评估') ? `${title}结果` : `${title}评估结果`
}
