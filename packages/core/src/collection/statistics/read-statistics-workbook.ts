import type { Finding } from '../finding.ts'
import type { Sheet } from '../sheet.ts'
import { readStatisticsSheet, type StatisticsContext } from './read-statistics-sheet.ts'
import type { StatisticsReading } from './statistics-reading.ts'
import { yearOfFile } from './statistics-year.ts'

/** A sheet of the statistics whose school and year are known. */
export interface SchoolReading extends StatisticsReading {
  readonly year: number
  readonly code: string | undefined
  readonly name: string | undefined
  /** Where the code stands, when in this sheet. */
  readonly codeCell?: string
}

export interface StatisticsWorkbook {
  readonly readings: readonly SchoolReading[]
  readonly findings: readonly Finding[]
  /** Sheets that are statistics, used or not: nobody else reads them. */
  readonly taken: ReadonlySet<Sheet>
  /** Sheets left out because nothing says their year. */
  readonly yearless: number
}

/**
 * Reads the statistics sheets of one file. What one sheet does not say, year or school, it takes from the others of
 * its file, as far as they agree.
 */
export function readStatisticsWorkbook(sheets: readonly Sheet[], context: StatisticsContext): StatisticsWorkbook {
  if (context.layouts.length === 0) return { readings: [], findings: [], taken: new Set(), yearless: 0 }
  const year = yearOfFile(sheets, context.file, context.layouts) ?? context.defaultYear
  const inFile = year === undefined ? context : { ...context, defaultYear: year }
  const taken = new Set<Sheet>()
  const findings: Finding[] = []
  const readings: StatisticsReading[] = []
  for (const sheet of sheets) {
    const result = readStatisticsSheet(sheet, inFile)
    if (result === undefined) continue
    taken.add(sheet)
    findings.push(...result.findings)
    if (result.reading !== undefined) readings.push(result.reading)
  }
  const placed = readings.flatMap((reading): readonly Dated[] =>
    reading.year === undefined ? [] : [{ ...reading, year: reading.year }],
  )
  const yearless = readings.filter((reading) => reading.year === undefined && reading.figures.length > 0)
  findings.push(...yearless.slice(0, 1).map((reading) => missingYear(reading, yearless.length)))
  return { ...withSchools(placed, findings), taken, yearless: yearless.length }
}

type Dated = StatisticsReading & { readonly year: number }

function withSchools(
  readings: readonly Dated[],
  findings: readonly Finding[],
): { readonly readings: readonly SchoolReading[]; readonly findings: readonly Finding[] } {
  const codes = distinct(readings.flatMap(({ school }) => school.codes.map(({ text }) => text)))
  const names = distinct(readings.flatMap(({ school }) => school.names.map(({ text }) => text)))
  const refused: Finding[] = []
  const kept = readings.flatMap((reading): readonly SchoolReading[] => {
    const own = distinct(reading.school.codes.map(({ text }) => text))
    if (own.length > 1 || (own.length === 0 && codes.length > 1)) {
      if (reading.figures.length > 0) refused.push(manySchools(reading, own.length > 1 ? own : codes))
      return []
    }
    const code = own[0] ?? codes[0]
    const ownName = reading.school.names[0]?.text
    const name = ownName ?? (codes.length <= 1 && names.length === 1 ? names[0] : undefined)
    const cell = reading.school.codes[0]?.cell
    return [{ ...reading, code, name, ...(cell === undefined ? {} : { codeCell: cell }) }]
  })
  return { readings: kept, findings: [...findings, ...refused] }
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

function manySchools({ file, sheet }: StatisticsReading, codes: readonly string[]): Finding {
  return {
    level: 'error',
    code: 'statistics_many_schools',
    message: `这个文件里有好几个学校代码（${codes.slice(0, 3).join('、')}${codes.length > 3 ? ' 等' : ''}），不知道这张表是哪所学校的，没有采用`,
    advice: '一所学校一个文件，或在每张表上印学校代码',
    file,
    sheet,
  }
}

function missingYear({ file, sheet }: StatisticsReading, count: number): Finding {
  return {
    level: 'error',
    code: 'no_year',
    message: `看不出是哪一年的统计表，有 ${count} 张没有采用`,
    advice: '放进以年份命名的文件夹，或用 --year 指定',
    file,
    sheet,
  }
}
