import { layOutReport } from '@eduduty/core/documents'
import { planPack } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { evaluateRows } from './evaluate-rows.ts'
import { readPackFolder } from './read-pack-folder.ts'
import { type Registers, soundCounty } from './sound-county.ts'

const pack = readPackFolder('quality-balance-2017')
const plan = planPack(pack)

/** The report's running text, as a reader sees it. */
function reportText(registers: Registers): string {
  const outline = pack.reports?.[0]
  if (outline === undefined) throw new Error('the pack has no report')
  return layOutReport(evaluateRows(plan, { 2024: registers }), outline)
    .blocks.map((block) => (block.kind === 'paragraph' ? block.sentences.map(({ text }) => text).join('') : ''))
    .join('\n')
}

const noJunior = {
  nine_year_schools: 0,
  junior_schools: 0,
  complete_schools: 0,
  teaching_points: 0,
  teaching_points_50: 0,
  junior_classes: 0,
  junior_pupils: 0,
  junior_staff: 0,
  junior_teachers: 0,
}

/** The sound county without its junior schools: the first `count` of two like primary schools are left. */
function primaryOnly(count: number): Registers {
  const twins = (rows: Registers[string] | undefined) =>
    (rows ?? [])
      .filter((row) => row.school_code === '2199000001')
      .flatMap((row) => [row, { ...row, school_code: '2199000002' }].slice(0, count))
  return {
    ...soundCounty,
    county_basics: (soundCounty.county_basics ?? []).map((row) => ({ ...row, ...noJunior })),
    school_roster: twins(soundCounty.school_roster),
    school_form: twins(soundCounty.school_form),
    school_stage_form: twins(soundCounty.school_stage_form),
    school_supplement: twins(soundCounty.school_supplement),
  }
}

test('the report of a county without junior schools asserts nothing of them', () => {
  const text = reportText(primaryOnly(2))

  expect(text).toContain('现有小学2所。')
  expect(text).toContain('列入分学校评估的小学共2所，学生920人。')
  expect(text).toContain('小学七项指标的校际差异系数均不超过0.50，综合差异系数0.000')
  expect(text).toContain('小学没有超过规定人数的班级。')
  expect(text).toMatch(/就近划片入学比例，小学为[\d.]+%。/)
  expect(text).not.toMatch(/初中(共|七项|没有|在校生|\d)|(?<!\d)0[所个人元]|（—）/)
})

test('nor does it speak of differences between schools where a stage has only one', () => {
  const text = reportText(primaryOnly(1))
  expect(text).not.toMatch(/七项指标|（—）/)
  expect(text).toContain('图2　各项校际差异系数与限值（小学、初中不适用，未绘出）')
})

test('a county with both stages is told of both', () => {
  const text = reportText(soundCounty)

  expect(text).toContain('现有小学1所、九年一贯制学校1所、初中1所、完全中学1所、小学教学点1个。')
  expect(text).toContain('列入分学校评估的小学共3所（含一贯制学校小学部1所、教学点1个），学生820人。')
  expect(text).toContain('小学、初中没有超过规定人数的班级。')
  expect(text).toMatch(/就近划片入学比例，小学为[\d.]+%、初中为[\d.]+%。/)
})
