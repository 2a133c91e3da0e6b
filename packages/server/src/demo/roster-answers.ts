import { type AnswerRow, yesNo } from './answers.ts'
import { schools } from './county.ts'
import type { SchoolPlan } from './school-plan.ts'

/** 学校名册: one row for every school that the county has or had. */
export function rosterRows(year: number): AnswerRow[] {
  return schools.map((school) => ({
    register: 'school_roster',
    year,
    unit: school.code,
    answers: {
      school_code: school.code,
      school_name: school.name,
      school_type: school.kind,
      township: school.township,
      setting: school.setting,
      sponsor: sponsorOf(school),
      ownership: school.isPrivate ? '民办' : '公办',
      boarding: yesNo(school.boards),
      has_primary: yesNo(school.primary !== undefined),
      has_junior: yesNo(school.junior !== undefined),
      has_senior: yesNo(school.seniorPupils > 0),
      ...(school.parent === undefined ? {} : { parent_school: school.parent }),
      state: school.closedAfter !== undefined && year > school.closedAfter ? '停办' : '在办',
    },
  }))
}

function sponsorOf(school: SchoolPlan): string {
  return school.isPrivate ? '民办' : '县级教育部门'
}
