import { expect, test } from 'vitest'
import { caseStories } from '../../src/demo/enrolment/case-stories.ts'
import { handedInRegisters } from '../../src/demo/enrolment/handed-in.ts'
import { inventedNumber } from '../../src/demo/enrolment/invented-number.ts'

const handedIn = handedInRegisters()
const of = (register: string) =>
  handedIn.flatMap((one) => (one.register === register ? one.rows.map(({ answers }) => answers) : []))
const open = caseStories.filter(({ steps }) => steps.at(-1)?.step !== 'confirm_exit')

test('children of open cases stand in the register of children, out of school and on the roll of their school; two do not', () => {
  const register = new Map(of('child_register').map((row) => [row.id_number, row]))
  const rolls = new Map(of('pupil_roster').map((row) => [row.id_number, row]))
  const listed = open.flatMap((story) => {
    const row = register.get(inventedNumber(story))
    return row === undefined ? [] : [{ story, row, roll: rolls.get(inventedNumber(story)) }]
  })
  for (const { story, row, roll } of listed) {
    expect(row).toMatchObject({
      child_name: story.name,
      gender: story.sex,
      child_state: '辍学',
      village: story.village,
    })
    expect(roll).toMatchObject({ pupil_name: story.name, gender: story.sex, school_name: story.school })
  }
  const unlisted = open.filter((story) => !register.has(inventedNumber(story))).map(({ name }) => name)
  expect([listed.length, unlisted]).toEqual([5, ['颜小安', '谷小满']])
})

test('what a township says of its children agrees with its register', () => {
  const out = of('child_register').filter(({ child_state: state }) => state === '辍学' || state === '未入学')
  const basics = of('township_basics')
  expect(basics.length).toBe(2)
  for (const { township_code: code, children_not_enrolled: said } of basics)
    expect(said).toBe(out.filter((row) => row.township_code === code).length)
})
