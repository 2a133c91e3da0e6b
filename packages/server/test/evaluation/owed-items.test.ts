import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assessment } from '@eduduty/core/evaluation'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { runAssessCommand } from '../../src/evaluation/index.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const root = temporaryFolder()
const RED = 'FFFF9C9A'

const roster = [
  '2024年学校名册',
  '学校代码,学校名称,学校类型,城乡类型,举办者类型,办别,是否寄宿制,设小学学段,设初中学段,设高中学段,状态',
  '2199000001,一中,完全中学,城区,7,公办,否,否,是,是,在办',
  '2199000002,二中,完全中学,城区,7,公办,否,否,是,是,在办',
]

async function assess(name: string, pupils: readonly [string, string]) {
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '名册.csv'), roster.join('\n'))
  const supplement = pupils.map((count, at) => `219900000${at + 1},${count},0,0,900,90,3`)
  const columns =
    '高中学生人数,54-61㎡音乐教室间数,54-61㎡美术教室间数,上年度学生数,上年度拨付公用经费,教师培训经费决算'
  const heading = ['2024年学校补充表', `学校代码,${columns}`]
  writeFileSync(join(folder, '补充表.csv'), [...heading, ...supplement].join('\n'))
  const said: string[] = []
  const stdout = { write: (text: string) => void said.push(text) }
  const io = { stdout, stderr: { write: () => {} }, cwd: root, isTerminal: false, env: {} }
  await runAssessCommand([name, '--pack', 'quality-balance-2017', '--out', `${name}-out`], io)
  const assessment: Assessment = JSON.parse(readFileSync(join(root, `${name}-out`, 'assessment.json'), 'utf8'))
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(root, `${name}-out`, '退回修改', '补充表.csv.xlsx'))
  return { out: said.join(''), assessment, cell: (address: string) => book.worksheets[0]?.getCell(address) }
}

const owing = (assessment: Assessment) =>
  assessment.coverage.registers.find(({ register }) => register === 'school_supplement')?.owing

test.each([
  ['blank', '', '没有高中学生人数'],
  ['refused', '约500', '约数'],
])('%s pupils of the senior stage are owed, and red in the workbook that goes back', async (name, found, note) => {
  const { out, assessment, cell } = await assess(name, ['400', found])
  expect(owing(assessment)).toEqual([
    { unit: '2199000002', name: '二中', columns: [{ id: 'senior_pupils', title: '高中学生人数' }] },
  ])
  expect(out).toContain('缺项：二中（高中学生人数）')
  expect(assessment.findings.filter(({ cell: at }) => at === 'B4').length).toBeGreaterThan(0)
  expect(cell('B3')?.fill).not.toMatchObject({ fgColor: { argb: RED } })
  expect(cell('B4')?.fill).toMatchObject({ fgColor: { argb: RED } })
  expect(JSON.stringify(cell('B4')?.note)).toContain(note)
})
