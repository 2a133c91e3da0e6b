import { county, type DemoYear } from './county.ts'
import { createRandom, type Random } from './random.ts'
import type { SchoolPlan } from './school-plan.ts'
import { progressOf, type StageFigures, stageFigures } from './stage-figures.ts'
import { type SharedResource, weakPoint } from './weak-points.ts'

/** One school in one year, as it really is: before anyone makes a mistake in filling a form. */
export interface SchoolFigures {
  readonly school: SchoolPlan
  readonly year: DemoYear
  readonly primary: StageFigures | undefined
  readonly junior: StageFigures | undefined
  readonly stages: readonly StageFigures[]
  readonly migrants: number
  /** Square metres. */
  readonly teachingArea: number
  readonly indoorSportArea: number
  readonly gymArea: number
  readonly groundArea: number
  /** 万元 */
  readonly equipmentValue: number
  readonly multimediaRooms: number
  readonly musicRooms: Rooms
  readonly artRooms: Rooms
  /** 万元 */
  readonly fundBudget: number
  readonly fundSettled: number
  readonly trainingBudget: number
  readonly trainingSettled: number
  readonly lastYearPupils: number
  readonly certified: number
  readonly trained: number
  readonly retention: Retention | undefined
}

export interface Rooms {
  readonly large: number
  readonly middle: number
}

export interface Retention {
  readonly graduates: number
  readonly entrants: number
  readonly movedIn: number
  readonly movedOut: number
}

/** Lines of the four shared resources, per pupil: what the county planned its buildings by. */
const sharedLines = {
  R4: { primary: 4.5, junior: 5.8 },
  R5: { primary: 7.5, junior: 10.2 },
  R6: { primary: 2000, junior: 2500 },
  R7: { primary: 0.023, junior: 0.024 },
} as const

export function schoolFigures(school: SchoolPlan, year: DemoYear): SchoolFigures {
  const lasting = createRandom(`${school.code}/school`)
  const yearly = createRandom(`${school.code}/school/${year}`)
  const primary = school.primary && stageFigures(school, '小学', school.primary, year)
  const junior = school.junior && stageFigures(school, '初中', school.junior, year)
  const stages = [primary, junior].filter((stage) => stage !== undefined)
  const pupils = stages.reduce((sum, stage) => sum + stage.pupils, 0)
  const teachers = stages.reduce((sum, stage) => sum + stage.teachers, 0)
  const share = yearly.between(0.01, 0.03)
  return {
    school,
    year,
    primary,
    junior,
    stages,
    migrants: Math.round(pupils * (school.setting === '城区' ? lasting.between(0.06, 0.14) : share)),
    ...resourcesOf(school, year, { primary, junior }, lasting),
    ...roomsOf(school, year, stages),
    ...fundsOf(year, primary?.pupils ?? 0, junior?.pupils ?? 0, yearly),
    lastYearPupils: pupils + yearly.whole(-3, 4),
    certified: year === 2025 ? teachers : teachers - Math.floor(teachers * 0.01 * (2025 - year)),
    trained: year === 2025 ? teachers : teachers - Math.floor(teachers * 0.03 * (2025 - year)),
    retention: junior && retentionOf(junior, year, yearly),
  }
}

interface Stages {
  readonly primary: StageFigures | undefined
  readonly junior: StageFigures | undefined
}

/** Total that brings every stage of the school to its line, with the pupils of each stage weighted as the split does. */
function neededTotal(school: SchoolPlan, stages: Stages, key: SharedResource): number {
  const lines = sharedLines[key]
  const juniorWeight = school.kind === '完全中学' ? 1 : 1.1
  const seniorWeight = school.kind === '完全中学' ? 1.2 : 1.32
  const single = stages.primary === undefined && school.seniorPupils === 0
  const units =
    (stages.primary?.pupils ?? 0) +
    (stages.junior?.pupils ?? 0) * (single ? 1 : juniorWeight) +
    school.seniorPupils * seniorWeight
  const perUnit = Math.max(
    stages.primary ? lines.primary : 0,
    stages.junior ? lines.junior / (single ? 1 : juniorWeight) : 0,
  )
  return perUnit * units
}

const roominess = {
  城区: { R4: [1.03, 1.14], R5: [1.02, 1.14], R6: [1.06, 1.9], R7: [1.02, 1.12] },
  镇区: { R4: [1.05, 1.26], R5: [1.12, 1.6], R6: [1.05, 1.45], R7: [1.05, 1.18] },
  乡村: { R4: [1.2, 1.75], R5: [2.4, 4.6], R6: [1.12, 1.6], R7: [1.1, 1.4] },
} as const

function resourcesOf(school: SchoolPlan, year: DemoYear, stages: Stages, lasting: Random) {
  const total = (key: SharedResource) => {
    const [low, high] = roominess[school.setting][key]
    const drawn = lasting.between(low, high)
    // Grounds do not grow with the years; the other three do.
    const level =
      (weakPoint(school.name, key) ?? drawn) * (key === 'R5' ? 0.5 + progressOf(year) / 2 : progressOf(year))
    return neededTotal(school, stages, key) * level
  }
  const gymArea =
    school.setting === '城区' ? 100 * lasting.whole(7, 13) : school.setting === '镇区' ? 60 * lasting.whole(0, 10) : 0
  const indoorSportArea = gymArea + (gymArea > 0 ? 10 * lasting.whole(2, 9) : 0)
  return {
    teachingArea: hundredths(total('R4') + indoorSportArea),
    indoorSportArea,
    gymArea,
    groundArea: hundredths(total('R5') - gymArea),
    equipmentValue: hundredths(total('R6') / 10_000),
    multimediaRooms: Math.ceil(total('R7') - 1e-6),
  }
}

function roomsOf(school: SchoolPlan, year: DemoYear, stages: readonly StageFigures[]) {
  const classes = stages.reduce((sum, stage) => sum + stage.classSizes.length, 0)
  const quota = Math.ceil(classes / 12)
  // Village schools got their full-size rooms last.
  const late = school.setting === '乡村' && year < 2025 && Number(school.code.slice(-1)) % (year - 2021) === 0
  const large = late ? quota - 1 : quota
  const rooms = { large, middle: (late ? 1 : 0) + (quota > 2 ? 1 : 0) }
  return { musicRooms: rooms, artRooms: { large, middle: late ? 1 : 0 } }
}

function fundsOf(year: DemoYear, primaryPupils: number, juniorPupils: number, yearly: Random) {
  const { primary, junior } = county.fundPerPupil
  const pupils = primaryPupils + juniorPupils
  const filled = pupils < 100 ? 100 - pupils : 0
  const budget = ((primaryPupils + filled) * primary + juniorPupils * junior) / 10_000
  const fundBudget = hundredths(budget * yearly.between(1, 1.04))
  const fundSettled = hundredths(fundBudget * yearly.between(0.96, 1))
  const share = year === 2023 ? 0.047 : 0.051
  return {
    fundBudget,
    fundSettled,
    trainingBudget: hundredths(fundBudget * yearly.between(share + 0.001, 0.062) + 0.005),
    trainingSettled: hundredths(fundSettled * yearly.between(share + 0.001, 0.06) + 0.005),
  }
}

function retentionOf(junior: StageFigures, year: DemoYear, yearly: Random): Retention {
  const entrants = Math.round(junior.pupils / 3) + yearly.whole(-4, 6)
  const movedIn = yearly.whole(1, 5)
  const movedOut = yearly.whole(2, 8)
  const kept = Math.floor(entrants * yearly.between(0.965 + 0.005 * (year - 2023), 0.992))
  return { graduates: kept + movedIn - movedOut, entrants, movedIn, movedOut }
}

/** Rounded to what an office writes down: two decimals. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
