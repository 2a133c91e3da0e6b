import { expect, test } from 'vitest'
import { drawStatistics } from './draw-statistics.ts'
import { readDrawn, rowOf } from './read-drawn.ts'
import { nineYearSchool, primarySchool } from './statistics-plan.ts'

const draw = (school = nineYearSchool) => drawStatistics(school).map((pad) => pad.draw())

test('labels lead to the cells that working readers of 2021 and 2022 use', () => {
  const { rows, findings } = readDrawn(draw())
  const form = rowOf(rows, 'school_form')
  const formulas = Object.fromEntries([...(form?.derived ?? [])].map(([column, { formula }]) => [column, formula]))
  expect(formulas).toEqual({
    backbone_teachers: '教基1102续 D12 + 教基1102续 D13',
    classes: '教基2106 C5 + 教基2107 C5',
    classes_to_25: '教基2106 C6 + 教基2107 C6',
    classes_26_30: '教基2106 C7 + 教基2107 C7',
    classes_31_35: '教基2106 C8 + 教基2107 C8',
    classes_36_40: '教基2106 C9 + 教基2107 C9',
    classes_41_45: '教基2106 C10 + 教基2107 C10',
    classes_46_50: '教基2106 C11 + 教基2107 C11',
    classes_51_55: '教基2106 C12 + 教基2107 C12',
    classes_56_60: '教基2106 C13 + 教基2107 C13',
    classes_61_65: '教基2106 C14 + 教基2107 C14',
    classes_from_66: '教基2106 C15 + 教基2107 C15',
    primary_pupils: '教基3112 I6',
    junior_pupils: '教基3115 E6',
    teachers: '教基4155 C6 + 教基4156 C6',
    primary_doctor: '教基4155 C9',
    primary_master: '教基4155 C10',
    primary_bachelor: '教基4155 C11',
    primary_college: '教基4155 C12',
    junior_doctor: '教基4156 C10',
    junior_master: '教基4156 C11',
    junior_bachelor: '教基4156 C12',
    pe_teachers: '教基4155 L6 + 教基4156 U6',
    music_teachers: '教基4155 N6 + 教基4156 V6',
    fine_art_teachers: '教基4155 O6 + 教基4156 W6',
    arts_teachers: '教基4155 P6 + 教基4156 X6',
    teaching_area: '教基5170 F10',
    indoor_sport_area: '教基5170 F17',
    gym_area: '教基5170 F17',
    ground_area: '教基5176 D7',
    multimedia_rooms: '教基5176 D17',
    equipment_value: '教基5176 D19',
  })
  expect(findings).toEqual([])
})

test('the values of a school with two stages are added up, and stand apart in the table by stage', () => {
  const { rows } = readDrawn(draw())
  expect(rowOf(rows, 'school_form')?.values).toMatchObject({
    school_code: '2199000002',
    school_name: '样例县实验学校',
    primary_pupils: '1198',
    junior_pupils: '612',
    teachers: '114',
    backbone_teachers: '22',
    pe_teachers: '9',
    teaching_area: '6120.5',
    equipment_value: '318.25',
  })
  expect(rowOf(rows, 'school_stage_form', '小学')?.values).toMatchObject({ backbone_teachers: '13', pe_teachers: '5' })
  expect(rowOf(rows, 'school_stage_form', '初中')?.values).toMatchObject({
    backbone_teachers: '9',
    music_teachers: '2',
  })
})

test('a value knows its file, sheet and cell, and a sum all of them', () => {
  const form = rowOf(readDrawn(draw(), { file: '2021/实验学校.xlsx' }).rows, 'school_form')
  expect(form?.year).toBe(2021)
  expect(form?.derived.get('pe_teachers')?.cells).toEqual([
    { file: '2021/实验学校.xlsx', sheet: '教基4155', cell: 'L6' },
    { file: '2021/实验学校.xlsx', sheet: '教基4156', cell: 'U6' },
  ])
  expect(form?.source.placeOf?.('equipment_value')).toEqual({
    file: '2021/实验学校.xlsx',
    sheet: '教基5176',
    cell: 'D19',
  })
})

test('a primary school owes no sheet of another stage, and its blank cell of another stage is not missed', () => {
  const { rows, findings } = readDrawn(draw(primarySchool))
  expect(rowOf(rows, 'school_form')?.values).toMatchObject({ backbone_teachers: '13', teachers: '66' })
  expect(rowOf(rows, 'school_form')?.values).not.toHaveProperty('junior_pupils')
  expect(rowOf(rows, 'school_stage_form', '初中')).toBeUndefined()
  expect(findings).toEqual([])
})

test('pupils of the senior stage come for the split of shared rooms', () => {
  const { rows } = readDrawn(draw({ ...nineYearSchool, seniorPupils: 540 }))
  expect(rowOf(rows, 'school_supplement')?.values).toEqual({
    school_code: '2199000002',
    school_name: '样例县实验学校',
    senior_pupils: '540',
  })
})
