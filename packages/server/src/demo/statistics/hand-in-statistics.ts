import { isOpen, schools } from '../county.ts'
import type { DemoFiles } from '../demo-files.ts'
import type { CountyYear } from '../hand-in-schools.ts'
import type { SchoolFigures } from '../school-figures.ts'
import { drawStatistics } from './draw-statistics.ts'
import { statisticsFaults } from './statistics-faults.ts'
import { statisticsSchool } from './statistics-school.ts'

/** Writes the statistics of the schools that hand in workbooks of their own. */
export async function handInStatistics(
  out: DemoFiles,
  { year, rows }: CountyYear,
  all: readonly SchoolFigures[],
): Promise<void> {
  const own = schools.filter((school) => school.handIn === 'own_workbook' && isOpen(school, year))
  for (const school of own) {
    const figures = all.find((one) => one.school.code === school.code)
    const filled = (register: string, unit: string) =>
      rows.find((row) => row.register === register && row.unit === unit)?.answers
    const form = filled('school_form', school.code)
    if (figures === undefined || form === undefined) continue
    const drawn = statisticsSchool(figures, {
      school: form,
      stage: (title) => filled('school_stage_form', `${school.code}/${title}`),
    })
    const fault = statisticsFaults.find((one) => one.school === school.name)
    const sheets = drawStatistics(fault === undefined ? drawn : fault.change(drawn))
    const path = `${year}/教育事业统计/${school.township}/${school.name}.xlsx`
    await out.addWorkbook(
      path,
      sheets.map((draft) => ({ draft, cells: [] })),
      '教育事业统计系统',
    )
  }
}
