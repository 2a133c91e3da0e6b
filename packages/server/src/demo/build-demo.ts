import type { Register } from '@eduduty/core/packs'
import { isOpen, judgedYear, schools, years } from './county.ts'
import { countyRows } from './county-answers.ts'
import { createDemoFiles, type DemoFile, registerFinder } from './demo-files.ts'
import { handInCounty } from './hand-in-county.ts'
import { handInOddFiles } from './hand-in-odd-files.ts'
import { handInSchools } from './hand-in-schools.ts'
import type { Placement } from './placement.ts'
import { plantFaults } from './plant-faults.ts'
import { rosterRows } from './roster-answers.ts'
import { handInRosters } from './rosters/hand-in-rosters.ts'
import { schoolRows } from './school-answers.ts'
import { schoolFigures } from './school-figures.ts'
import { handInStatistics } from './statistics/hand-in-statistics.ts'

export interface DemoCounty {
  readonly files: readonly DemoFile[]
  /** Where every figure stands, for the list of planted faults. */
  readonly placements: readonly Placement[]
}

export interface DemoOptions {
  /** With the workbook of the school that was missing: what changes when it reports at last. */
  readonly late?: boolean
  /** Registers of the pack duty-registers: its rosters and tables are written too. */
  readonly rosters?: readonly Register[]
  /** With those, the tables of county-duty, township-duty and department-duty, whose registers `rosters` then holds too. */
  readonly duty?: boolean
  /** With the workbooks of 教育事业统计 of the judged year. */
  readonly statistics?: boolean
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * The demo county as files: three years of workbooks drawn from the registers of a pack.
 * The same registers give the same bytes, always.
 */
export async function buildDemo(registers: readonly Register[], options: DemoOptions = {}): Promise<DemoCounty> {
  const out = createDemoFiles()
  const getRegister = registerFinder(registers)
  for (const [index, year] of years.entries()) {
    options.onProgress?.(index, years.length)
    const figures = schools.filter((school) => isOpen(school, year)).map((school) => schoolFigures(school, year))
    const mainstream = figures.filter((one) => one.stages.length > 0)
    const forms = countyRows(year, mainstream)
    const rows = plantFaults([...rosterRows(year), ...forms, ...mainstream.flatMap(schoolRows)], year)
    const countyYear = { year, getRegister, rows, late: options.late ?? false }
    await handInCounty(out, countyYear)
    await handInSchools(out, countyYear)
    if (year === judgedYear) await handInOddFiles(out, countyYear)
    if (options.statistics === true && year === judgedYear) await handInStatistics(out, countyYear, mainstream)
    if (options.rosters !== undefined && year >= judgedYear - 1)
      await handInRosters(out, registerFinder(options.rosters), {
        year,
        figures: mainstream,
        county: forms,
        duty: options.duty ?? false,
      })
  }
  options.onProgress?.(years.length, years.length)
  return out
}
