import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Assessment, planPack } from '@eduduty/core/evaluation'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { evaluateRows } from './evaluate-rows.ts'
import { readPackFolder } from './read-pack-folder.ts'

const folder = temporaryFolder()
const school = { running: '正常', enrolment: 100, boarders: 0, staff: 6, land: 1800, books: 2500, dangerous: 0 }

test('one school alone has no spread: the whole is not applicable, and it is said why', () => {
  const rows = { conditions: [{ unit_code: 'A1', unit_name: '甲小学', level: '小学', ...school }] }
  const { verdict } = evaluateRows(planPack(readPackFolder('example-school-conditions')), { 2024: rows }).assessment()

  expect(verdict.state).toBe('not_applicable')
  expect(verdict.reasons).toEqual(['校际差距没有适用的项目，不能作总结论。'])
})

test('a condition on branches that does not hold is said in the words of the pack', () => {
  const pack = readPackFolder('example-school-conditions')
  const formula = '办学条件.达标 且 非 校际差距.达标'
  const changed = { ...pack, verdict: { title: '核查', formula, met: '通过', unmet: '未通过' } }
  const conditions = ['A1', 'B1'].map((code) => ({ unit_code: code, unit_name: code, level: '小学', ...school }))
  const { verdict } = evaluateRows(planPack(changed), { 2024: { conditions } }).assessment()

  expect(verdict).toMatchObject({ state: 'unmet', reasons: [`总结论的条件不成立：${formula}。`] })
})

test('statistics with other headings and units, one table and no roster, are assessed by a pack alone', async () => {
  const data = join(folder, 'data')
  mkdirSync(data)
  const lines = [
    '某县2024年学校办学条件汇总',
    '单位全称,学校编码,层次,运行情况,注册学生(人),其中住校生,任课教师,占地面积(亩),图书册数(万册),宿舍建筑面积,D级危房面积',
    '甲完小,A1,完小,正常,100,0,6,2,0.25,,0',
    '乙初级中学,B1,初级中学,正常,100,50,5,3,0.375,150,0',
    '丙小学,C1,村小,停用,0,0,0,1,0,,300',
  ]
  writeFileSync(join(data, '汇总.csv'), lines.join('\n'))

  const answer = await runInProcess(folder, ['assess', 'data', '--pack', 'example-school-conditions', '--out', 'out'])

  expect(answer.err).not.toMatch(/错误/)
  expect(answer.out).toContain('办学条件核查未通过')
  expect(answer.out).toMatch(/乙初级中学 20\.0.* 17，还差 ?1 ?人/)
  expect(answer.code).toBe(1)
  const assessment = Value.Parse(Assessment, JSON.parse(readFileSync(join(folder, 'out', 'assessment.json'), 'utf8')))
  const shown = new Map(assessment.figures.map((figure) => [figure.id, figure.shown]))
  expect(shown.get('land_per_pupil@A1')).toBe('13.33')
  expect(shown.get('books_per_pupil@B1')).toBe('37.5')
  expect(shown.get('books_variation@county')).toBe('0.200')
  expect(shown.get('schools@county')).toBe('2')
})
