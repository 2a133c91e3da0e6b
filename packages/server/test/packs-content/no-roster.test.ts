import { planPack } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { evaluateRows } from './evaluate-rows.ts'
import { readPackFolder } from './read-pack-folder.ts'
import { soundCounty } from './sound-county.ts'

const plan = planPack(readPackFolder('quality-balance-2017'))
const { school_roster: _, ...forms } = soundCounty

test('without a roster the schools are those that sent forms, and the lack of a roster is said', () => {
  const county = evaluateRows(plan, { 2024: forms })

  expect(county.frame.findings.find((finding) => finding.code === 'no_roster')?.message).toContain('没有收到学校名册')
  expect(county.frame.findings.filter((finding) => finding.code === 'unknown_unit')).toEqual([])
  expect(county.subjectsOf('school_stage').map((subject) => subject.name)).toHaveLength(6)
  expect(county.figure('qualified_per_100', '2199000001/小学')).toMatchObject({ shown: '6.09', state: 'met' })
  expect(county.figure('share', '2199000003/初中')?.shown).toBe('0.3548')
  expect(county.figure('gov_13', '小学')?.state).toBe('undecided')
})

test('a school that a sent roster does not know is still a stranger', () => {
  const roster = soundCounty.school_roster?.slice(1) ?? []
  const county = evaluateRows(plan, { 2024: { ...soundCounty, school_roster: roster } })

  expect(
    county.frame.findings.filter((finding) => finding.code === 'unknown_unit').map(({ found }) => found),
  ).toContain('2199000001')
  expect(county.figure('qualified_per_100', '2199000001/小学')).toBeUndefined()
})
