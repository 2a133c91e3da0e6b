import { type FormCells, fillForm } from './clean-form.ts'
import { type CleanSchool, foundSchool, growSchool } from './clean-school.ts'
import { drawFrom } from './draw.ts'

export interface CleanCounty {
  readonly schools: readonly CountySchool[]
}

/** One school's row in the roster and its forms of both years. */
export interface CountySchool {
  readonly code: string
  readonly kind: CleanSchool['kind']
  readonly setting: CleanSchool['setting']
  readonly roster: FormCells
  readonly before: FormCells
  readonly now: FormCells
}

/** A county without a mistake in two years, from its own habits and not from the rules of a pack. */
export function cleanCounty(count: number, seed: number): CleanCounty {
  const schools = Array.from({ length: count }, (_, number) => {
    const draw = drawFrom(seed * 100_003 + number)
    const school = foundSchool(draw, number)
    const before = fillForm(draw, school)
    growSchool(draw, school)
    return {
      code: school.code,
      kind: school.kind,
      setting: school.setting,
      roster: rosterRow(school),
      before,
      now: fillForm(draw, school),
    }
  })
  return { schools }
}

function rosterRow(school: CleanSchool): FormCells {
  const senior = school.kind === '完全中学' || school.kind === '十二年一贯制'
  return {
    school_code: school.code,
    school_name: school.name,
    school_type: school.point ? '小学教学点' : school.kind,
    township: '甲镇',
    setting: school.setting,
    sponsor: '县级教育部门',
    ownership: '公办',
    boarding: '否',
    has_primary: school.primary === undefined ? '否' : '是',
    has_junior: school.junior === undefined ? '否' : '是',
    has_senior: senior ? '是' : '否',
    ...(school.point ? { parent_school: '中心校' } : {}),
    state: '在办',
  }
}
