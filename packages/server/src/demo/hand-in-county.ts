import { county } from './county.ts'
import type { DemoFiles } from './demo-files.ts'
import { lineOf } from './draw-school-workbook.ts'
import { drawTable } from './draw-table.ts'
import { drawVerticalForm } from './draw-vertical-form.ts'
import type { CountyYear } from './hand-in-schools.ts'
import { groupedTable, plainTable, verticalLayouts } from './layouts.ts'

/** Writes the county's own workbooks: the roster of schools, and one workbook with a sheet for each county register. */
export async function handInCounty(out: DemoFiles, countyYear: CountyYear): Promise<void> {
  const { year, getRegister } = countyYear
  const line = lineOf(`${county.name}教育局`, year)
  const table = (id: string, layout = plainTable) => {
    const register = getRegister(id)
    const rows = countyYear.rows.filter((row) => row.register === id)
    return drawTable(register, rows, layout, {
      sheet: register.title,
      title: `${county.name}${year}年${register.title}`,
      line,
    })
  }
  await out.addWorkbook(
    `${year}/县级数据/学校名册.xlsx`,
    [table('school_roster', { ...plainTable, top: 1 })],
    '县教育局基教股',
  )
  const [layout] = verticalLayouts
  const forms = countyYear.rows
    .filter((row) => row.register === 'county_form' && layout !== undefined)
    .map((row) =>
      drawVerticalForm(getRegister('county_form'), row, layout ?? missingLayout(), {
        sheet: '县级填报表',
        title: `${county.name}${year}年县级填报表`,
        line,
      }),
    )
  const sheets = [
    ...forms,
    table('county_basics', { ...groupedTable, totals: false, counts: false, extras: [] }),
    table('county_monitoring'),
    table('county_survey', { ...groupedTable, totals: false, counts: false, extras: [] }),
    table('county_ratings'),
    table('county_vetoes'),
  ]
  await out.addWorkbook(`${year}/县级数据/县级填报数据.xlsx`, sheets, '县教育督导办公室')
}

function missingLayout(): never {
  throw new Error('There is no layout')
}
