import { describe, expect, it } from 'vitest'
import { county, isOpen, schools, years } from '../../src/demo/county.ts'
import { schoolFigures } from '../../src/demo/school-figures.ts'

const figuresOf = (year: (typeof years)[number]) =>
  schools
    .filter((school) => isOpen(school, year))
    .map((school) => schoolFigures(school, year))
    .filter((one) => one.stages.length > 0)

describe('the invented county', () => {
  it('has about 60 schools of every type in 12 townships and streets', () => {
    expect(schools.length).toBeGreaterThanOrEqual(58)
    expect(schools.length).toBeLessThanOrEqual(66)
    const kinds = new Set(schools.map((school) => school.kind))
    expect([...kinds].toSorted()).toEqual(
      [
        '中等职业学校',
        '九年一贯制',
        '初中',
        '十二年一贯制',
        '完全中学',
        '小学',
        '小学教学点',
        '特殊教育学校',
      ].toSorted(),
    )
    expect(schools.some((school) => school.isPrivate)).toBe(true)
    expect(new Set(schools.map((school) => school.township))).toEqual(new Set(county.townships))
    expect(county.townships).toHaveLength(12)
  })

  it('gives every school a code of its own that obeys the shape and names no real province', () => {
    const codes = schools.map((school) => school.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^(21|31|34|36|51)99\d{6}$/)
    expect(county.code).toMatch(/^99/)
  })

  it.each(years)('has about 45,000 pupils in %i, and teachers to match', (year) => {
    const all = figuresOf(year)
    const compulsory = all.reduce((sum, one) => sum + one.stages.reduce((total, stage) => total + stage.pupils, 0), 0)
    const senior = schools.reduce((sum, school) => sum + school.seniorPupils, 0)
    expect(compulsory + senior).toBeGreaterThan(42_000)
    expect(compulsory + senior).toBeLessThan(48_000)
    const teachers = all.reduce((sum, one) => sum + one.stages.reduce((total, stage) => total + stage.teachers, 0), 0)
    expect(compulsory / teachers).toBeGreaterThan(13)
    expect(compulsory / teachers).toBeLessThan(18)
  })

  it('has teaching points above and below 50 pupils', () => {
    const pupils = figuresOf(2025)
      .filter((one) => one.school.kind === '小学教学点')
      .map((one) => one.primary?.pupils ?? 0)
    expect(pupils.some((count) => count < 50)).toBe(true)
    expect(pupils.some((count) => count >= 50 && count < 100)).toBe(true)
  })

  it('fills classes in the streets and leaves room in the villages', () => {
    const size = (setting: string) => {
      const stages = figuresOf(2025)
        .filter((one) => one.school.setting === setting)
        .flatMap((one) => (one.primary ? [one.primary] : []))
      const pupils = stages.reduce((sum, stage) => sum + stage.pupils, 0)
      return pupils / stages.reduce((sum, stage) => sum + stage.classSizes.length, 0)
    }
    expect(size('城区')).toBeGreaterThan(40)
    expect(size('乡村')).toBeLessThan(28)
  })

  it('gets slowly better: more equipment per pupil every year', () => {
    const perPupil = years.map((year) => {
      const all = figuresOf(year)
      const pupils = all.reduce((sum, one) => sum + one.stages.reduce((total, stage) => total + stage.pupils, 0), 0)
      return all.reduce((sum, one) => sum + one.equipmentValue, 0) / pupils
    })
    expect(perPupil).toEqual(perPupil.toSorted((a, b) => a - b))
  })

  it('holds no impossible count', () => {
    for (const year of years) {
      for (const one of figuresOf(year)) {
        for (const stage of one.stages) {
          expect(stage.college + stage.bachelor + stage.master + stage.doctor).toBeLessThanOrEqual(stage.teachers)
          expect(stage.physical + stage.music + stage.fineArt + stage.arts).toBeLessThanOrEqual(stage.teachers)
          expect(Math.min(stage.college, stage.master, stage.fineArt, stage.music)).toBeGreaterThanOrEqual(0)
        }
        expect(one.groundArea).toBeGreaterThanOrEqual(0)
        expect(one.gymArea).toBeLessThanOrEqual(one.indoorSportArea)
      }
    }
  })
})
