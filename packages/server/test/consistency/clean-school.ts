import type { Draw } from './draw.ts'

/**
 * A school as it lives, drawn from habits of schools and not from the rules of any pack: it grows and shrinks, builds,
 * hires, buys. What it is in a year is written down by `clean-form.ts`.
 */
export interface CleanSchool {
  readonly code: string
  readonly name: string
  readonly kind: '小学' | '初中' | '九年一贯制' | '十二年一贯制' | '完全中学'
  readonly setting: '城区' | '镇区' | '乡村'
  readonly point: boolean
  readonly founded: number
  primary: Stage | undefined
  junior: Stage | undefined
  /** 完全中学 and 十二年一贯制 count the classes and teachers of their senior stage too. */
  seniorClasses: number
  migrantShare: number
  teachingArea: number
  indoorArea: number
  gymArea: number
  groundArea: number
  equipment: number
  multimedia: number
  musicRooms: readonly [number, number, number]
  artRooms: readonly [number, number, number]
  backbone: number
  certifiedGap: number
  trainedShare: number
  specialists: [physical: number, music: number, fineArt: number, arts: number]
  fundsPerPupil: number
  trainingShare: number
}

export interface Stage {
  pupils: number
  classSizes: readonly number[]
  readonly usualClass: number
  teachers: number
  bachelors: number
  masters: number
  doctors: number
}

const kinds = ['小学', '小学', '小学', '小学', '小学', '小学', '初中', '初中', '九年一贯制', '九年一贯制'] as const
const usual = {
  城区: { pupils: 1150, class: 42, ratio: 17.5, area: 5.2, ground: 5.5, equipment: 0.24 },
  镇区: { pupils: 620, class: 38, ratio: 16, area: 6, ground: 8.5, equipment: 0.21 },
  乡村: { pupils: 170, class: 24, ratio: 11.5, area: 9.5, ground: 19, equipment: 0.25 },
} as const

export function foundSchool(draw: Draw, number: number): CleanSchool {
  const setting = draw.pick(['城区', '城区', '镇区', '镇区', '镇区', '乡村', '乡村', '乡村', '乡村', '乡村'])
  const rare = draw.next()
  const kind = rare < 0.015 ? '十二年一贯制' : rare < 0.05 ? '完全中学' : draw.pick(kinds)
  const point = kind === '小学' && setting === '乡村' && draw.chance(0.2)
  const size = point ? draw.between(18, 90) : Math.max(45, draw.skewed(usual[setting].pupils, 0.5))
  const hasPrimary = kind !== '初中' && kind !== '完全中学'
  const hasJunior = kind !== '小学'
  const school: CleanSchool = {
    code: String(9_900_100_000 + number * 37),
    name: `${setting}第${number}${point ? '教学点' : kind === '小学' ? '小学' : kind === '初中' ? '中学' : '学校'}`,
    kind,
    setting,
    point,
    founded: draw.whole(1912, 2021),
    primary: hasPrimary ? foundStage(draw, setting, hasJunior ? size * 0.6 : size, 6) : undefined,
    junior: hasJunior ? foundStage(draw, setting, hasPrimary ? size * 0.4 : size, 3) : undefined,
    seniorClasses: rare < 0.05 ? draw.whole(12, 30) : 0,
    migrantShare: setting === '城区' ? draw.between(0.05, 0.35) : draw.between(0, 0.06),
    teachingArea: 0,
    indoorArea: 0,
    gymArea: 0,
    groundArea: 0,
    equipment: 0,
    multimedia: 0,
    musicRooms: [0, 0, 0],
    artRooms: [0, 0, 0],
    backbone: 0,
    certifiedGap: draw.chance(0.1) ? draw.whole(1, 3) : 0,
    trainedShare: draw.between(0.86, 1),
    specialists: [0, 0, 0, 0],
    fundsPerPupil: draw.skewed(hasJunior && !hasPrimary ? 0.094 : 0.074, 0.05),
    trainingShare: draw.between(0.05, 0.085),
  }
  furnish(draw, school)
  return school
}

function foundStage(draw: Draw, setting: CleanSchool['setting'], size: number, grades: number): Stage {
  const usualClass = Math.max(8, Math.min(54, draw.normal(usual[setting].class, 5)))
  const pupils = Math.max(grades * 3, Math.round(size))
  const stage: Stage = { pupils, classSizes: [], usualClass, teachers: 0, bachelors: 0, masters: 0, doctors: 0 }
  divideClasses(draw, stage, grades)
  const classes = stage.classSizes.length
  stage.teachers = Math.max(
    classes,
    Math.round(Math.max(pupils / draw.skewed(usual[setting].ratio, 0.12), classes * 1.5)),
  )
  const learned = Math.min(0.98, draw.normal(grades === 3 ? 0.88 : 0.68, 0.08))
  stage.masters = Math.round(stage.teachers * Math.max(0, draw.normal(setting === '城区' ? 0.1 : 0.03, 0.02)))
  stage.bachelors = Math.min(stage.teachers - stage.masters, Math.round(stage.teachers * learned))
  stage.doctors = setting === '城区' && draw.chance(0.04) ? 1 : 0
  stage.bachelors = Math.max(0, stage.bachelors - stage.doctors)
  return stage
}

/** Pupils of each grade stand in as few classes as the usual size allows; grades are not equal. */
export function divideClasses(draw: Draw, stage: Stage, grades: number): void {
  const weights = Array.from({ length: grades }, () => draw.between(0.85, 1.15))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = stage.pupils
  const sizes: number[] = []
  for (const [at, weight] of weights.entries()) {
    const own = at === grades - 1 ? left : Math.min(left, Math.round((stage.pupils * weight) / total))
    left -= own
    const classes = Math.max(1, Math.round(own / stage.usualClass))
    for (let n = 0; n < classes; n++) sizes.push(Math.floor(own / classes) + (n < own % classes ? 1 : 0))
  }
  stage.classSizes = sizes.filter((size) => size > 0)
}

export const stagesOf = (school: CleanSchool): readonly Stage[] =>
  [school.primary, school.junior].filter((stage) => stage !== undefined)
export const totalOf = (school: CleanSchool, count: (stage: Stage) => number): number =>
  stagesOf(school).reduce((sum, stage) => sum + count(stage), 0)

const cents = (value: number): number => Math.round(value * 100) / 100
const measured = (draw: Draw, value: number): number => (draw.chance(0.5) ? Math.round(value) : cents(value))

function furnish(draw: Draw, school: CleanSchool): void {
  const { area, ground, equipment } = usual[school.setting]
  const pupils = totalOf(school, (stage) => stage.pupils)
  const classes = totalOf(school, (stage) => stage.classSizes.length)
  const teachers = totalOf(school, (stage) => stage.teachers)
  school.gymArea = school.setting === '乡村' || draw.chance(0.55) ? 0 : draw.whole(30, 150) * 10
  school.indoorArea = school.gymArea + (draw.chance(0.5) ? draw.whole(4, 40) * 10 : 0)
  school.teachingArea = measured(draw, pupils * draw.skewed(area, 0.22) + 250 + school.indoorArea)
  school.groundArea = measured(draw, pupils * draw.skewed(ground, 0.28) + 900)
  school.equipment = cents(pupils * draw.skewed(equipment, 0.24) + 4)
  school.multimedia = Math.max(1, Math.round(classes * draw.normal(1.12, 0.12)))
  const rooms = Math.max(1, Math.ceil(classes / draw.between(11, 16)))
  school.musicRooms = divideRooms(draw, rooms)
  school.artRooms = divideRooms(draw, rooms)
  school.backbone = Math.round(teachers * Math.max(0.02, draw.normal(0.14, 0.04)))
  const special = Math.max(1, teachers * draw.normal(0.13, 0.02))
  const physical = Math.round(special * 0.45)
  const music = Math.round(special * draw.between(0.18, 0.3))
  const fineArt = Math.round(special * draw.between(0.15, 0.28))
  school.specialists = [physical, music, fineArt, draw.chance(0.2) ? 1 : 0]
}

function divideRooms(draw: Draw, rooms: number): [number, number, number] {
  const large = Math.round(rooms * draw.between(0.4, 1))
  const middle = Math.round((rooms - large) * draw.between(0.3, 1))
  return [large, middle, rooms - large - middle]
}

/** One year on. Most of a school stays as it is; a few build, merge, renovate or write off. */
export function growSchool(draw: Draw, school: CleanSchool): void {
  const trend = { 城区: 0.015, 镇区: -0.01, 乡村: -0.05 }[school.setting]
  const merged = draw.chance(0.008) ? draw.between(0.2, 0.45) : 0
  for (const [stage, grades] of [
    [school.primary, 6],
    [school.junior, 3],
  ] as const) {
    if (stage === undefined) continue
    stage.pupils = Math.max(grades * 2, Math.round(stage.pupils * (1 + merged + draw.normal(trend, 0.035))))
    divideClasses(draw, stage, grades)
    const before = stage.teachers
    const wanted = before * (1 + merged * 0.8) + (draw.chance(0.5) ? draw.whole(-2, 2) : 0)
    stage.teachers = Math.max(stage.classSizes.length, Math.round(wanted))
    const hired = Math.max(0, stage.teachers - before)
    const raised = draw.chance(0.6) ? Math.round(stage.teachers * draw.between(0, 0.04)) : 0
    stage.masters += draw.chance(0.15) ? 1 : 0
    stage.bachelors = Math.min(stage.teachers - stage.masters - stage.doctors, stage.bachelors + hired + raised)
  }
  if (school.seniorClasses > 0) school.seniorClasses += draw.whole(-1, 1)
  school.migrantShare *= draw.normal(1, 0.05)
  if (draw.chance(0.02)) school.teachingArea = measured(draw, school.teachingArea * draw.between(1.05, 1.4))
  if (draw.chance(0.01)) school.groundArea = measured(draw, school.groundArea * draw.between(0.88, 1.3))
  if (draw.chance(0.004)) {
    const gym = draw.whole(60, 120) * 10
    school.gymArea += gym
    school.indoorArea += gym
    school.teachingArea += gym
  }
  const bought = draw.chance(0.03) ? draw.between(0.2, 0.45) : draw.between(0, 0.09)
  school.equipment = cents(school.equipment * (1 + bought - (draw.chance(0.05) ? draw.between(0.05, 0.2) : 0)))
  if (draw.chance(0.15)) school.multimedia += draw.whole(1, 3)
  if (draw.chance(0.03)) school.musicRooms = [school.musicRooms[0] + 1, school.musicRooms[1], school.musicRooms[2]]
  if (draw.chance(0.03)) school.artRooms = [school.artRooms[0] + 1, school.artRooms[1], school.artRooms[2]]
  school.backbone = Math.max(0, school.backbone + (draw.chance(0.4) ? draw.whole(-1, 2) : 0))
  if (draw.chance(0.2)) {
    const subject = draw.pick([0, 1, 2])
    school.specialists[subject] = Math.max(0, school.specialists[subject] + draw.pick([-1, 1, 1]))
  }
  school.trainedShare = Math.min(1, Math.max(0.8, school.trainedShare + draw.normal(0.01, 0.02)))
  school.fundsPerPupil *= draw.normal(1.03, 0.02)
}
