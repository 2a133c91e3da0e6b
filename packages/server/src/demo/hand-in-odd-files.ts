import type { AnswerRow } from './answers.ts'
import { county, getSchool } from './county.ts'
import type { DemoFiles } from './demo-files.ts'
import { drawSchoolWorkbook } from './draw-school-workbook.ts'
import type { CountyYear } from './hand-in-schools.ts'
import { lockedWorkbook } from './locked-workbook.ts'
import { planSchool } from './school-plan.ts'
import { createSheetDraft, putCell, putMerged } from './sheet-draft.ts'

/** Writes the files that are a fault as a whole; only the judged year has them. */
export async function handInOddFiles(out: DemoFiles, countyYear: CountyYear): Promise<void> {
  const { year } = countyYear
  await handInTwice(out, countyYear)
  await handInStranger(out, countyYear)
  out.addBytes(`${year}/部门数据/校舍统计（系统导出）.xls`, new TextEncoder().encode(webPage(year)))
  out.addBytes(`${year}/部门数据/教师工资明细.xlsx`, lockedWorkbook(`${county.code}/${year}`))
  const whole = out.files.find((file) => file.path === `${year}/学校填报/白沙镇/白沙镇初级中学.xlsx`)
  if (whole === undefined) throw new Error('演示县缺少白沙镇初级中学的工作簿')
  const half = whole.bytes.slice(0, Math.floor(whole.bytes.length * 0.6))
  out.addBytes(`${year}/学校填报/白沙镇/白沙镇初级中学（第一次上传）.xlsx`, half)
  await out.addWorkbook(`${year}/部门数据/联系人名单.xlsx`, [{ draft: contacts(year), cells: [] }], '县教育局办公室')
}

// The second workbook holds the supplement alone, with another figure in it.
async function handInTwice(out: DemoFiles, countyYear: CountyYear): Promise<void> {
  const school = getSchool('青竹镇第二小学')
  const again = countyYear.rows
    .filter((row) => row.register === 'school_supplement' && row.unit === school.code)
    .map((row) => ({ ...row, answers: { ...row.answers, training_settled: 1.88 } }))
  const sheets = drawSchoolWorkbook(countyYear.getRegister, school, countyYear.year, again).filter(
    (sheet) => sheet.draft.name === '补充',
  )
  await out.addWorkbook(`${countyYear.year}/学校填报/青竹镇/青竹镇第二小学（补报）.xlsx`, sheets, school.name)
}

async function handInStranger(out: DemoFiles, countyYear: CountyYear): Promise<void> {
  const model = getSchool('青竹镇竹坪小学')
  const stranger = planSchool(
    { serial: 999, name: '青竹镇希望小学', kind: '小学', township: '青竹镇', founded: 1996 },
    '乡村',
  )
  const rows: AnswerRow[] = countyYear.rows
    .filter((row) => row.unit.startsWith(model.code) && row.register !== 'school_roster')
    .map((row) => ({
      ...row,
      unit: row.unit.replace(model.code, stranger.code),
      answers: {
        ...row.answers,
        school_code: stranger.code,
        school_name: stranger.name,
        ...(row.register === 'school_form' ? { migrant_pupils: 0 } : {}),
      },
    }))
  const sheets = drawSchoolWorkbook(countyYear.getRegister, stranger, countyYear.year, rows)
  await out.addWorkbook(`${countyYear.year}/学校填报/青竹镇/青竹镇希望小学.xlsx`, sheets, stranger.name)
}

function webPage(year: number): string {
  return [
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>',
    `<table border="1"><tr><th colspan="3">${county.name}${year}年校舍统计</th></tr>`,
    '<tr><th>学校</th><th>建筑面积</th><th>其中危房</th></tr>',
    '<tr><td>澄湖县实验小学</td><td>13860</td><td>0</td></tr></table></body></html>',
  ].join('\r\n')
}

// Nobody needs this sheet for the evaluation; folders of a county hold such files all the same.
function contacts(year: number) {
  const draft = createSheetDraft('通讯录')
  putMerged(draft, { top: 0, left: 0, bottom: 0, right: 2 }, `${year}年填报联系人`, 'title')
  for (const [column, title] of ['单位', '联系人', '办公电话'].entries()) putCell(draft, 1, column, title, 'heading')
  const people = [
    ['县教育局', '林岚', '0000-6120001'],
    ['县财政局', '周牧', '0000-6120002'],
    ['县人社局', '何砚', '0000-6120003'],
  ]
  for (const [row, person] of people.entries()) {
    for (const [column, text] of person.entries()) putCell(draft, row + 2, column, text, 'text')
  }
  draft.widths.set(0, 18)
  draft.widths.set(2, 18)
  return draft
}
