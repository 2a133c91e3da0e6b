import { type Static, Type } from 'typebox'
import { SCHOOL_YEAR_BEGINS } from '../../calendar/index.ts'

/** Whether a child out of school has been to one before: 失学、辍学, 未入学, or not yet found out. */
export const Schooling = Type.Union([Type.Literal('left'), Type.Literal('never'), Type.Literal('unknown')], {
  description: 'left 上过学（失学、辍学），never 从未入学，unknown 还没有查清',
})
export type Schooling = Static<typeof Schooling>

export const schoolingTitles: Readonly<Record<Schooling, string>> = {
  left: '失学、辍学',
  never: '从未入学',
  unknown: '是否入过学待核实',
}

/**
 * First year (the autumn's) of the school year in which a child born on a day has to be at school.
 * @basis 义务教育法第十一条：年满六周岁
 */
export function firstSchoolYear(birthOn: string): number {
  const six = Number(birthOn.slice(0, 4)) + 6
  return birthOn.slice(5) <= SCHOOL_YEAR_BEGINS ? six : six + 1
}
