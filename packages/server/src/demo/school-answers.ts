import { type AnswerRow, type Answers, yesNo } from './answers.ts'
import type { SchoolFigures } from './school-figures.ts'
import type { StageFigures } from './stage-figures.ts'

/** The rows one school hands in for one year: 学校填报表, 分学段补充表 and 学校补充表. */
export function schoolRows(figures: SchoolFigures): AnswerRow[] {
  const { school, year } = figures
  const key = { school_code: school.code, school_name: school.name }
  const row = (register: string, answers: Answers): AnswerRow => ({
    register,
    year,
    unit: school.code,
    answers: { ...answers, ...key },
  })
  return [
    row('school_form', formAnswers(figures)),
    ...figures.stages.map((stage) => ({
      ...row('school_stage_form', stageAnswers(stage)),
      unit: `${school.code}/${stage.stage}`,
    })),
    row('school_supplement', supplementAnswers(figures)),
  ]
}

function formAnswers(figures: SchoolFigures): Answers {
  const { school, stages } = figures
  const total = (count: (stage: StageFigures) => number) => stages.reduce((sum, stage) => sum + count(stage), 0)
  const pupils = total((stage) => stage.pupils)
  const village = school.setting === '乡村'
  const sizes = stages.flatMap((stage) => stage.classSizes)
  const small = village && pupils >= 50 && pupils < 100
  return {
    school_type: school.kind === '小学教学点' ? '小学' : school.kind,
    founded_year: school.founded,
    built_by_2010: yesNo(school.founded <= 2010),
    built_by_2016: yesNo(school.founded <= 2016),
    dense_centre_city: '否',
    small_rural_50_99: yesNo(small),
    small_classes_under_30: yesNo(village && Math.max(...sizes) < 30),
    migrant_pupils: figures.migrants,
    ...primaryAnswers(figures.primary),
    ...juniorAnswers(figures),
    classes: sizes.length,
    ...classBands(sizes),
    teachers: total((stage) => stage.teachers),
    backbone_teachers: total((stage) => stage.backbone),
    certified_teachers: figures.certified,
    trained_teachers: figures.trained,
    pe_teachers: total((stage) => stage.physical),
    music_teachers: total((stage) => stage.music),
    fine_art_teachers: total((stage) => stage.fineArt),
    arts_teachers: total((stage) => stage.arts),
    ...(small ? { pe_shared: 0, music_shared: 1, fine_art_shared: 1, arts_shared: 0 } : {}),
    ...resourceAnswers(figures),
  }
}

function primaryAnswers(stage: StageFigures | undefined): Answers {
  if (stage === undefined) return {}
  return {
    primary_pupils: stage.pupils,
    primary_in_catchment: stage.pupils,
    primary_college: stage.college,
    primary_bachelor: stage.bachelor,
    primary_master: stage.master,
    primary_doctor: stage.doctor,
  }
}

function juniorAnswers(figures: SchoolFigures): Answers {
  const { junior: stage, retention } = figures
  if (stage === undefined || retention === undefined) return {}
  return {
    junior_pupils: stage.pupils,
    junior_in_catchment: Math.floor(stage.pupils * 0.985),
    junior_bachelor: stage.bachelor,
    junior_master: stage.master,
    junior_doctor: stage.doctor,
    graduates: retention.graduates,
    entrants: retention.entrants,
    transfers_in: retention.movedIn,
    transfers_out: retention.movedOut,
    deaths: 0,
  }
}

function resourceAnswers(figures: SchoolFigures): Answers {
  return {
    teaching_area: figures.teachingArea,
    indoor_sport_area: figures.indoorSportArea,
    gym_area: figures.gymArea,
    ground_area: figures.groundArea,
    equipment_value: figures.equipmentValue,
    multimedia_rooms: figures.multimediaRooms,
    music_rooms: figures.musicRooms.large + figures.musicRooms.middle,
    music_rooms_96: figures.musicRooms.large,
    music_rooms_73: figures.musicRooms.middle,
    music_rooms_61: 0,
    art_rooms: figures.artRooms.large + figures.artRooms.middle,
    art_rooms_90: figures.artRooms.large,
    art_rooms_67: figures.artRooms.middle,
    art_rooms_61: 0,
    public_funds_budget: figures.fundBudget,
    public_funds_settled: figures.fundSettled,
    training_budget: figures.trainingBudget,
  }
}

const bands: readonly (readonly [string, number])[] = [
  ['classes_to_25', 25],
  ['classes_26_30', 30],
  ['classes_31_35', 35],
  ['classes_36_40', 40],
  ['classes_41_45', 45],
  ['classes_46_50', 50],
  ['classes_51_55', 55],
  ['classes_56_60', 60],
  ['classes_61_65', 65],
  ['classes_from_66', Number.POSITIVE_INFINITY],
]

function classBands(sizes: readonly number[]): Answers {
  const counts: Record<string, number> = {}
  let above = 0
  for (const [column, most] of bands) {
    const low = above
    counts[column] = sizes.filter((size) => size > low && size <= most).length
    above = most
  }
  return counts
}

function stageAnswers(stage: StageFigures): Answers {
  const line = stage.stage === '小学' ? 45 : 50
  return {
    stage: stage.stage,
    grades: stage.grades,
    classes: stage.classSizes.length,
    largest_class: Math.max(...stage.classSizes),
    oversize_classes: stage.classSizes.filter((size) => size > line).length,
    teachers: stage.teachers,
    backbone_teachers: stage.backbone,
    pe_teachers: stage.physical,
    music_teachers: stage.music,
    fine_art_teachers: stage.fineArt,
    arts_teachers: stage.arts,
  }
}

function supplementAnswers(figures: SchoolFigures): Answers {
  const { school } = figures
  const pupils = figures.stages.reduce((sum, stage) => sum + stage.pupils, 0)
  const least =
    Math.min(pupils, figures.lastYearPupils) < 100 ? { last_year_allocation: Math.max(figures.fundSettled, 8) } : {}
  return {
    ...(school.seniorPupils > 0 ? { senior_pupils: school.seniorPupils } : {}),
    music_rooms_54: 0,
    art_rooms_54: 0,
    last_year_pupils: figures.lastYearPupils,
    ...least,
    training_settled: figures.trainingSettled,
    ...(school.setting === '乡村' && pupils >= 50 && pupils < 100
      ? { proof_shared: '县教育局音体美教师走教安排表' }
      : {}),
  }
}
