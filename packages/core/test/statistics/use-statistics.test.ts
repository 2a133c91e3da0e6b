import { type RegisterRow, useStatistics } from '@eduduty/core/collection'
import { expect, test } from 'vitest'
import { drawStatistics } from './draw-statistics.ts'
import { pack, readDrawn } from './read-drawn.ts'
import { primarySchool } from './statistics-plan.ts'

const { rows: statistics } = readDrawn(
  drawStatistics(primarySchool).map((pad) => pad.draw()),
  { file: '教基/一小.xlsx' },
)

function form(values: RegisterRow['values'], refused?: RegisterRow['refused']): RegisterRow {
  const source = { file: '填报/一小.xlsx', sheet: '填报表', row: undefined, cellOf: (id: string) => `E-${id}` }
  const row = {
    register: 'school_form',
    year: 2021,
    values: { school_code: '2199000001', school_name: '样例县第一小学', ...values },
    source,
  }
  return refused === undefined ? row : { ...row, refused }
}

const use = (...rows: RegisterRow[]) => useStatistics(rows, statistics, pack.registers)
const formIn = (rows: readonly RegisterRow[]) => rows.filter(({ register }) => register === 'school_form')

test('what the form lacks comes from the statistics, with its own cell; what is filled stays', () => {
  const { rows, findings } = use(form({ primary_pupils: '1198', ground_area: '9350' }))
  const [filled, ...more] = formIn(rows)
  expect(more).toEqual([])
  expect(filled?.values).toMatchObject({ primary_pupils: '1198', equipment_value: '318.25' })
  expect(filled?.source.placeOf?.('equipment_value')).toMatchObject({ file: '教基/一小.xlsx', cell: 'D19' })
  expect(filled?.source.placeOf?.('primary_pupils')).toMatchObject({ file: '填报/一小.xlsx' })
  const taken = findings.find(({ code, register }) => code === 'taken_from_statistics' && register === 'school_form')
  expect(taken?.message).toMatch(/^样例县第一小学的学校填报表有 \d+ 项没有填，取自教育事业统计/)
})

test('a value that differs is never replaced: a finding on the form’s cell says both and by how much', () => {
  const { rows, findings, differences } = use(form({ primary_pupils: '1200', ground_area: '9350.0' }))
  expect(formIn(rows)[0]?.values.primary_pupils).toBe('1200')
  expect(findings.filter(({ level }) => level === 'check')).toMatchObject([
    {
      code: 'statistics_differs',
      file: '填报/一小.xlsx',
      cell: 'E-primary_pupils',
      unit: '2199000001',
      message: '“小学学生人数”填报为1200人，教育事业统计为1198人（教基/一小.xlsx 教基3112 I6），相差2人',
    },
  ])
  const states = Object.fromEntries(
    differences
      .filter(({ register }) => register === 'school_form')
      .map(({ column, state, by }) => [column, by ?? state]),
  )
  expect(states).toMatchObject({ primary_pupils: '2', ground_area: 'equal', equipment_value: 'only_statistics' })
})

test('a refused cell of the form counts as lacking, and is no longer the reason of anything', () => {
  const { rows } = use(form({}, { cells: { equipment_value: '约300', founded_year: '不详' } }))
  const [filled] = formIn(rows)
  expect(filled?.values.equipment_value).toBe('318.25')
  expect(filled?.refused?.cells).toEqual({ founded_year: '不详' })
})

test('a form that was sent twice and differently stays refused: people have to settle it', () => {
  const { rows } = use(form({}, { row: '报了 2 份且不一致' }))
  expect(formIn(rows)[0]?.values).not.toHaveProperty('equipment_value')
})

test('a school that filled nothing is there by its statistics; a form of a school without statistics is compared too', () => {
  const other = { ...form({ primary_pupils: '300' }), values: { school_code: '2199000005', primary_pupils: '300' } }
  const { rows, differences } = use(other)
  expect(formIn(rows).map(({ values }) => values.school_code)).toEqual(['2199000005', '2199000001'])
  expect(differences.filter(({ state }) => state === 'only_filled')).toMatchObject([
    { unit: '2199000005', column: 'primary_pupils', filled: { value: '300' } },
  ])
})

test('what the layout wants said is said once, however many schools it concerns', () => {
  const { findings } = use()
  expect(findings.filter(({ code }) => code === 'statistics_remark')).toHaveLength(1)
})

test('the year of the statistics counts: a form of another year takes nothing', () => {
  const { rows, differences } = use({ ...form({}), year: 2022 })
  expect(formIn(rows).map(({ year }) => year)).toEqual([2022, 2021])
  expect(differences.every(({ year }) => year === 2021)).toBe(true)
})
