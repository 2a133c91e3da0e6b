import { planSchool, type SchoolPlan } from './school-plan.ts'
import { townSchools } from './town-schools.ts'
import { urbanSchools } from './urban-schools.ts'
import { villageSchools } from './village-schools.ts'

/** The invented county: no area code begins with 99. */
export const county = {
  code: '990121',
  name: '澄湖县',
  /** Streets, towns and townships in the order of the county's lists. */
  townships: [
    '澄江街道',
    '湖滨街道',
    '新安街道',
    '石桥镇',
    '柳林镇',
    '青竹镇',
    '白沙镇',
    '东河镇',
    '龙泉镇',
    '枫岭乡',
    '云峰乡',
    '南山乡',
  ],
  /** 公用经费 per pupil in yuan, as this county's own documents set it. */
  fundPerPupil: { primary: 800, junior: 1000 },
} as const

export const years = [2023, 2024, 2025] as const
export type DemoYear = (typeof years)[number]

/** The year that is being judged; the other two are history. */
export const judgedYear: DemoYear = 2025

export const schools: readonly SchoolPlan[] = [
  ...urbanSchools.map((row) => planSchool(row, '城区')),
  ...townSchools.map((row) => planSchool(row, '镇区')),
  ...villageSchools.map((row) => planSchool(row, '乡村')),
]

/** Throws when no school has the name: names are written in this folder only. */
export function getSchool(name: string): SchoolPlan {
  const found = schools.find((school) => school.name === name)
  if (found === undefined) throw new Error(`演示县没有“${name}”`)
  return found
}

export function isOpen(school: SchoolPlan, year: number): boolean {
  return school.closedAfter === undefined || year <= school.closedAfter
}
