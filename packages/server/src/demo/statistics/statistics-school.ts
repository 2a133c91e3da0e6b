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

/** What a school fills in: its own form, and that of each stage. */
export interface FilledForms {
  readonly school: Answers
  stage(title: StageFigures['stage']): Answers | undefined
}

/** People are counted as they are; buildings and equipment as the school itself fills them, where what it fills is a number. */
export function statisticsSchool(figures: SchoolFigures, forms: FilledForms): StatisticsSchool {
  const filled = (column: string, otherwise: number): number => {
    const value = forms.school[column]
    return typeof value === 'number' ? value : otherwise
  }
  return {
    school: figures.school,
    year: figures.year,
    primary: figures.primary && withLargestClass(figures.primary, forms),
    junior: figures.junior && withLargestClass(figures.junior, forms),
    teaching: filled('teaching_area', figures.teachingArea),
    indoorSport: filled('indoor_sport_area', figures.indoorSportArea),
    ground: filled('ground_area', figures.groundArea),
    multimedia: filled('multimedia_rooms', figures.multimediaRooms),
    equipment: filled('equipment_value', figures.equipmentValue),
  }
}

/** A class that the school itself calls greater than any (S02) is as great in the statistics. */
function withLargestClass(stage: StageFigures, forms: FilledForms): StageFigures {
  const largest = forms.stage(stage.stage)?.largest_class
  const counted = Math.max(...stage.classSizes)
  if (typeof largest !== 'number' || largest <= counted) return stage
  const place = stage.classSizes.indexOf(counted)
  return { ...stage, classSizes: stage.classSizes.map((size, at) => (at === place ? largest : size)) }
}
