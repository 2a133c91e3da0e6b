import { expect, it } from 'vitest'
import { leftOutOf } from '../../src/evaluation/index.ts'

const school = (unit: string, included: boolean, reason?: string) => ({
  grain: 'school',
  unit,
  included,
  ...(reason !== undefined && { reason }),
})
const stage = (unit: string, included: boolean, reason?: string) => ({
  ...school(unit, included, reason),
  grain: 'school_stage',
})

it('a unit is left out of a grain where all its subjects are, with each reason once', () => {
  const subjects = [
    school('1', true),
    stage('1', true),
    stage('1', false, '没有学生'),
    school('2', true),
    stage('2', false, '不足50人'),
    stage('2', false, '没有学生'),
    stage('2', false, '没有学生'),
  ]
  expect(leftOutOf(subjects)).toEqual([{ grain: 'school_stage', unit: '2', reason: '不足50人；没有学生' }])
})

it('a unit that has nothing at a grain is left out of it only where it is left out everywhere else', () => {
  const subjects = [school('1', false, '中等职业学校'), school('2', true), stage('3', true)]
  expect(leftOutOf(subjects)).toEqual([
    { grain: 'school', unit: '1', reason: '中等职业学校' },
    { grain: 'school_stage', unit: '1', reason: '中等职业学校' },
  ])
})

it('nobody is left out without a reason', () => {
  expect(leftOutOf([school('1', false)])).toEqual([])
  expect(leftOutOf([])).toEqual([])
})
