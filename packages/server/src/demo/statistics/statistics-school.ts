import type { Answers } from '../answers.ts'
import type { SchoolFigures } from '../school-figures.ts'
import type { SchoolPlan } from '../school-plan.ts'
import type { StageFigures } from '../stage-figures.ts'

/** A school as its statistics have it. */
export interface StatisticsSchool {
  readonly school: SchoolPlan
  readonly year: number
  readonly primary: StageFigures | undefined
  readonly junior: StageFigures | undefined
  /** Square metres. */
  readonly teaching: number
  readonly indoorSport: number
  readonly ground: number
  readonly multimedia: number
  /** 万元 */
  readonly equipment: number
}

/** People are counted as they are; buildings and equipment as the school itself fills them, where what it fills is a number. */
export function statisticsSchool(figures: SchoolFigures, form: Answers): StatisticsSchool {
  const filled = (column: string, otherwise: number): number => {
    const value = form[column]
    return typeof value === 'number' ? value : otherwise
  }
  return {
    school: figures.school,
    year: figures.year,
    primary: figures.primary,
    junior: figures.junior,
    teaching: filled('teaching_area', figures.teachingArea),
    indoorSport: filled('indoor_sport_area', figures.indoorSportArea),
    ground: filled('ground_area', figures.groundArea),
    multimedia: filled('multimedia_rooms', figures.multimediaRooms),
    equipment: filled('equipment_value', figures.equipmentValue),
  }
}
