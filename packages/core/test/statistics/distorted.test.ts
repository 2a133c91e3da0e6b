import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawStatistics } from './draw-statistics.ts'
import { readDrawn, rowOf } from './read-drawn.ts'
import type { Distortion } from './sheet-pad.ts'
import { nineYearSchool, type SchoolPlan } from './statistics-plan.ts'

const draw = (school: SchoolPlan, distortion: Distortion = {}) =>
  drawStatistics(school).map((pad) => pad.draw(distortion))

const straight = rowOf(readDrawn(draw(nineYearSchool)).rows, 'school_form')?.values

test.each<[string, Distortion]>([
  ['one row down', { down: 1 }],
  ['one column to the right', { right: 1 }],
  ['with a blank column behind the labels and one among the figures', { blankBefore: [1, 4] }],
  ['without merged cells, as csv has it', { unmerged: true }],
  ['all at once', { down: 3, right: 2, blankBefore: [1, 2, 6], unmerged: true }],
])('a layout %s reads the same', (_, distortion) => {
  const { rows, findings } = readDrawn(draw(nineYearSchool, distortion))
  expect(rowOf(rows, 'school_form')?.values).toEqual(straight)
  expect(findings).toEqual([])
})

const count = fc.integer({ min: 0, max: 3000 })
const stage = fc.record({
  pupils: count,
  classes: count,
  teachers: count,
  degrees: fc.tuple(count, count, count, count),
  pe: count,
  music: count,
  fineArt: count,
  arts: count,
  backbone: count,
})
const area = fc.integer({ min: 0, max: 9_999_999 }).map((hundredths) => hundredths / 100)
const school = fc.record({
  code: fc.constant('2199000007'),
  name: fc.constant('样例县随机学校'),
  year: fc.constantFrom(2021, 2022),
  primary: stage,
  junior: stage,
  teaching: area,
  indoorSport: area,
  ground: area,
  books: count,
  multimedia: count,
  equipment: area,
})
const distortions = fc.record({
  down: fc.integer({ min: 0, max: 6 }),
  right: fc.integer({ min: 0, max: 4 }),
  blankBefore: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
  unmerged: fc.boolean(),
})

test('whatever the figures and however the sheets are moved, every figure comes back', () => {
  fc.assert(
    fc.property(school, distortions, (plan, distortion) => {
      const values = rowOf(readDrawn(draw(plan, distortion)).rows, 'school_form')?.values ?? {}
      const { primary, junior } = plan
      const numbers = Object.fromEntries(Object.entries(values).map(([column, value]) => [column, Number(value)]))
      expect(numbers).toMatchObject({
        primary_pupils: primary.pupils,
        junior_pupils: junior.pupils,
        teachers: primary.teachers + junior.teachers,
        primary_college: primary.degrees[3],
        junior_bachelor: junior.degrees[2],
        pe_teachers: primary.pe + junior.pe,
        music_teachers: primary.music + junior.music,
        fine_art_teachers: primary.fineArt + junior.fineArt,
        arts_teachers: primary.arts + junior.arts,
        backbone_teachers: primary.backbone + junior.backbone,
        teaching_area: plan.teaching,
        indoor_sport_area: plan.indoorSport,
        ground_area: plan.ground,
        multimedia_rooms: plan.multimedia,
        equipment_value: plan.equipment,
      })
    }),
    { numRuns: 150, seed: 20211 },
  )
})
