/** One stage of an invented school, as its statistics would have it. */
export interface StagePlan {
  readonly pupils: number
  readonly classes: number
  readonly teachers: number
  /** 博士、硕士、本科、专科. */
  readonly degrees: readonly [number, number, number, number]
  readonly pe: number
  readonly music: number
  readonly fineArt: number
  readonly arts: number
  readonly backbone: number
}

export interface SchoolPlan {
  readonly code: string
  readonly name: string
  readonly year: number
  readonly primary?: StagePlan
  readonly junior?: StagePlan
  readonly seniorPupils?: number
  readonly teaching: number
  readonly indoorSport: number
  readonly ground: number
  readonly books: number
  readonly multimedia: number
  /** 万元 */
  readonly equipment: number
}

export const primaryStage: StagePlan = {
  pupils: 1198,
  classes: 27,
  teachers: 66,
  degrees: [0, 3, 51, 11],
  pe: 5,
  music: 3,
  fineArt: 4,
  arts: 1,
  backbone: 13,
}

export const juniorStage: StagePlan = {
  pupils: 612,
  classes: 14,
  teachers: 48,
  degrees: [1, 7, 40, 0],
  pe: 4,
  music: 2,
  fineArt: 2,
  arts: 0,
  backbone: 9,
}

const rooms = { teaching: 6120.5, indoorSport: 480, ground: 9350, books: 26000, multimedia: 32, equipment: 318.25 }

export const primarySchool: SchoolPlan = {
  code: '2199000001',
  name: '样例县第一小学',
  year: 2021,
  primary: primaryStage,
  ...rooms,
}

export const nineYearSchool: SchoolPlan = {
  code: '2199000002',
  name: '样例县实验学校',
  year: 2021,
  primary: primaryStage,
  junior: juniorStage,
  ...rooms,
}
