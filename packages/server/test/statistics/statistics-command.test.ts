import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawStatistics } from '../../../core/test/statistics/draw-statistics.ts'
import { makeFolder } from '../collection/corpus.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { primarySchool, putCounty } from './county-folder.ts'
import { xlsxOf } from './drawn-files.ts'

const sheetsOf = (school = primarySchool) => drawStatistics(school).map((pad) => pad.draw())

test('one workbook: every value with the cell it was taken from', async () => {
  const folder = makeFolder()
  folder.put('一小.xlsx', await xlsxOf(sheetsOf()))
  const { code, out } = await runInProcess(folder.path, ['statistics', '一小.xlsx'])
  expect(code).toBe(0)
  expect(out).toContain('样例县第一小学（2199000001）2021年')
  expect(out).toContain('教学仪器设备资产值（账面原值）　318.25万元　← 教基5176 D19')
})

test('a folder with forms: what differs, and a workbook of the comparison', async () => {
  const folder = makeFolder()
  await putCounty((name, content) => folder.put(`data/${name}`, content))
  const { code, out } = await runInProcess(folder.path, ['statistics', 'data', '--out', 'out'])
  expect(code).toBe(1)
  expect(out).toContain('样例县第一小学 小学学生人数：填报 1200，统计 1198，不一致，相差 2人')
  expect(readdirSync(join(folder.path, 'out'))).toContain('教育事业统计核对.xlsx')
})

test('a cell that cannot be read comes back red, in a copy of the workbook', async () => {
  const folder = makeFolder()
  const pads = drawStatistics(primarySchool)
  pads.find(({ name }) => name === '教基5170')?.put('F10', '约6000')
  folder.put('一小.xlsx', await xlsxOf(pads.map((pad) => pad.draw())))
  const { code, out } = await runInProcess(folder.path, ['statistics', '一小.xlsx', '--out', 'out'])
  expect(code).toBe(1)
  expect(out).toContain('一小.xlsx 教基5170 F10：“约6000”是约数')
  expect(existsSync(join(folder.path, 'out/退回修改/一小.xlsx'))).toBe(true)
})

const LOCAL = `statistics:
  - id: local_2025
    title: 样例县2025年表式
    since: 2025
    until: 2025
    like: basic_education_2021
    basis: { document: 样例县统计报表制度 }
    verified: { grade: A, on: 2025-10-08, source: 对照报表制度逐栏核对 }
`

test('the sheets of a year that nobody checked are read by the earlier layout with a warning, until a few lines of YAML say that it holds', async () => {
  const folder = makeFolder()
  folder.put('一小.xlsx', await xlsxOf(sheetsOf({ ...primarySchool, year: 2025 })))
  folder.put('2025.yaml', LOCAL)
  const before = await runInProcess(folder.path, ['statistics', '一小.xlsx'])
  expect(before.code).toBe(0)
  expect(before.out).toContain('教学仪器设备资产值（账面原值）　318.25万元　← 教基5176 D19')
  expect(before.out).toContain('没有对照2025年的报表制度核对过')
  const after = await runInProcess(folder.path, ['statistics', '一小.xlsx', '--map', '2025.yaml', '--json'])
  expect(after.code).toBe(0)
  expect(JSON.parse(after.out)).toMatchObject({
    schools: [{ code: '2199000001', year: 2025 }],
    findings: [{ code: 'statistics_remark' }],
  })
})

test('a wrong name in a layout is told with its line before anything is read', async () => {
  const folder = makeFolder()
  folder.put('一小.xlsx', await xlsxOf(sheetsOf()))
  folder.put('2025.yaml', LOCAL.replace('basic_education_2021', 'basic_education_2020'))
  const { code, err } = await runInProcess(folder.path, ['statistics', '一小.xlsx', '--map', '2025.yaml'])
  expect(code).toBe(2)
  expect(err).toContain('没有名为“basic_education_2020”的统计表式')
  expect(err).toContain('是否为“basic_education_2021”？')
})

test.skipIf(!existsSync('/usr/bin/soffice'))('xls as old offices write it reads the same', async () => {
  const folder = makeFolder()
  const source = folder.put('src/一小.xlsx', await xlsxOf(sheetsOf()))
  const profile = `-env:UserInstallation=file://${folder.path}/profile`
  const target = ['--convert-to', 'xls', '--outdir', join(folder.path, 'xls')]
  execFileSync('soffice', [profile, '--headless', ...target, source], { stdio: 'ignore' })
  const [fromXls, fromXlsx] = await Promise.all(
    ['xls/一小.xls', 'src/一小.xlsx'].map((file) => runInProcess(folder.path, ['statistics', file])),
  )
  expect(fromXls?.out).toBe(fromXlsx?.out)
  expect(fromXls?.out).toContain('小学学生人数　1198人')
})
