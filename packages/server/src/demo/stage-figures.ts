import type { DemoYear } from './county.ts'
import { createRandom, type Random } from './random.ts'
import type { SchoolPlan, StagePlan } from './school-plan.ts'

export type Stage = '小学' | '初中'

/** One school's stage in one year. Counts of persons and classes. */
export interface StageFigures {
  readonly stage: Stage
  readonly grades: number
  readonly classSizes: readonly number[]
  readonly pupils: number
  readonly teachers: number
  readonly college: number
  readonly bachelor: number
  readonly master: number
  readonly doctor: number
  readonly backbone: number
  readonly physical: number
  readonly music: number
  readonly fineArt: number
  readonly arts: number
}

/** How far the county had come: 1 in the judged year. */
const progress: Readonly<Record<DemoYear, number>> = { 2023: 0.93, 2024: 0.965, 2025: 1 }

export function progressOf(year: DemoYear): number {
  return progress[year]
}

export function stageFigures(school: SchoolPlan, stage: Stage, plan: StagePlan, year: DemoYear): StageFigures {
  const lasting = createRandom(`${school.code}/${stage}`)
  const yearly = createRandom(`${school.code}/${stage}/${year}`)
  const classSizes = sizesOf(school, stage, plan, year, lasting, yearly)
  const pupils = classSizes.reduce((sum, size) => sum + size, 0)
  return {
    stage,
    grades: stage === '小学' ? Math.min(6, plan.classes) : 3,
    classSizes,
    pupils,
    ...staffOf(school, stage, { pupils, classes: plan.classes, year }, lasting),
  }
}

function sizesOf(
  school: SchoolPlan,
  stage: Stage,
  plan: StagePlan,
  year: DemoYear,
  lasting: Random,
  yearly: Random,
): number[] {
  const line = stage === '小学' ? 45 : 50
  // Two years ago some town classes were still above the line.
  const allowed = school.setting === '城区' ? line + (2025 - year) : line
  const drift = yearly.whole(-1, 1) + (school.setting === '城区' ? 2025 - year : 0)
  return Array.from({ length: plan.classes }, () => Math.min(allowed, plan.size + drift + lasting.whole(-2, 2)))
}

interface Load {
  readonly pupils: number
  readonly classes: number
  readonly year: DemoYear
}

function staffOf(school: SchoolPlan, stage: Stage, load: Load, lasting: Random) {
  const step = progressOf(load.year)
  const full = Math.max(Math.ceil(load.pupils / ratioOf(school, stage, load.pupils, lasting)), fewestTeachers(load))
  const teachers = Math.max(Math.round(full * (0.5 + step / 2)), fewestTeachers(load))
  const learned = learnedOf(stage, lasting)
  const master = Math.floor(teachers * learned.master)
  const bachelor = Math.round(teachers * learned.bachelor * (0.6 + 0.4 * step))
  const rest = teachers - master - bachelor
  const college = stage === '小学' ? rest - Math.floor(rest * 0.06) : 0
  const doctor = stage === '初中' && master > 6 ? 1 : 0
  const backbone = shareOf(load.pupils, lasting.between(1.03, 1.9) * step)
  const specialists = Math.max(1, shareOf(load.pupils, 0.9 * lasting.between(1.02, 1.35) * step))
  return { teachers, college, bachelor, master: master - doctor, doctor, backbone, ...divide(specialists, lasting) }
}

function fewestTeachers(load: Load): number {
  return load.classes <= 4 ? load.classes : Math.ceil(load.classes * 1.4)
}

function ratioOf(school: SchoolPlan, stage: Stage, pupils: number, lasting: Random): number {
  const small = pupils < 130
  switch (school.setting) {
    case '城区':
      return stage === '小学' ? lasting.between(17.6, 19) : lasting.between(12.8, 13.8)
    case '镇区':
      return stage === '小学' ? lasting.between(15.8, 17.4) : lasting.between(12, 13)
    case '乡村':
      return stage === '小学' ? (small ? lasting.between(11, 13) : lasting.between(13, 15)) : lasting.between(10.5, 12)
  }
}

function learnedOf(stage: Stage, lasting: Random) {
  return stage === '小学'
    ? { master: lasting.between(0.01, 0.05), bachelor: lasting.between(0.56, 0.7) }
    : { master: lasting.between(0.02, 0.08), bachelor: lasting.between(0.84, 0.9) }
}

/** Persons needed to reach `perHundred` for every hundred pupils. */
function shareOf(pupils: number, perHundred: number): number {
  return Math.ceil((pupils * perHundred) / 100 - 1e-9)
}

function divide(total: number, lasting: Random) {
  const arts = total > 8 ? lasting.whole(0, 1) : 0
  const physical = Math.max(1, Math.round((total - arts) * 0.46))
  const music = Math.min(total - arts - physical, Math.ceil((total - arts - physical) / 2))
  return { physical, music, fineArt: total - arts - physical - music, arts }
}
