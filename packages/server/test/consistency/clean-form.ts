import { type CleanSchool, totalOf } from './clean-school.ts'
import type { Draw } from './draw.ts'

/** What a clerk types: one school's official form of 68 items, by column. A missing key is an empty cell. */
export type FormCells = Readonly<Record<string, string | number>>

const bands = [25, 30, 35, 40, 45, 50, 55, 60, 65, Number.POSITIVE_INFINITY]
const bandColumns = [
  'classes_to_25',
  'classes_26_30',
  'classes_31_35',
  'classes_36_40',
  'classes_41_45',
  'classes_46_50',
  'classes_51_55',
  'classes_56_60',
  'classes_61_65',
  'classes_from_66',
] as const
const cents = (value: number): number => Math.round(value * 100) / 100
const yesNo = (truth: boolean): string => (truth ? '是' : '否')

/** The form of a school in a year, filled without a mistake. `draw` is for what is new every year. */
export function fillForm(draw: Draw, school: CleanSchool): FormCells {
  const sizes = [...(school.primary?.classSizes ?? []), ...(school.junior?.classSizes ?? [])]
  const senior = school.seniorClasses
  for (let n = 0; n < senior; n++) sizes.push(draw.whole(46, 54))
  const pupils = totalOf(school, (stage) => stage.pupils)
  const teachers = totalOf(school, (stage) => stage.teachers) + Math.round(senior * 3)
  const budget = cents(
    Math.max(pupils, 100) * school.fundsPerPupil * (draw.chance(0.015) ? draw.between(1.15, 1.4) : 1),
  )
  return {
    school_name: school.name,
    school_type: school.kind,
    school_code: school.code,
    founded_year: school.founded,
    built_by_2010: yesNo(school.founded <= 2010),
    built_by_2016: yesNo(school.founded <= 2016),
    dense_centre_city: '否',
    small_rural_50_99: yesNo(isSmallRural(school, pupils)),
    small_classes_under_30: yesNo(school.setting === '乡村' && Math.max(...sizes) < 30),
    ...pupilCells(draw, school, pupils),
    classes: sizes.length,
    ...bandCells(sizes),
    teachers,
    ...degreeCells(school),
    ...staffCells(draw, school, teachers),
    ...(isSmallRural(school, pupils)
      ? { pe_shared: 0, music_shared: draw.whole(0, 1), fine_art_shared: draw.whole(0, 1), arts_shared: 0 }
      : {}),
    ...placeCells(school),
    public_funds_budget: budget,
    public_funds_settled: cents(budget * draw.between(0.93, 1.01)),
    training_budget: cents(budget * school.trainingShare * draw.between(0.96, 1.04)),
    ...leaverCells(draw, school),
  }
}

const isSmallRural = (school: CleanSchool, pupils: number): boolean =>
  school.setting === '乡村' && pupils >= 50 && pupils < 100

function bandCells(sizes: readonly number[]): FormCells {
  return Object.fromEntries(
    bandColumns.map((column, at) => {
      const [above, most] = [at === 0 ? 0 : (bands[at - 1] ?? 0), bands[at] ?? 0]
      return [column, sizes.filter((size) => size > above && size <= most).length]
    }),
  )
}

function pupilCells(draw: Draw, school: CleanSchool, pupils: number): FormCells {
  const near = (count: number): number => Math.round(count * draw.between(0.96, 1))
  return {
    ...(school.primary && {
      primary_pupils: school.primary.pupils,
      primary_in_catchment: near(school.primary.pupils),
    }),
    ...(school.junior && { junior_pupils: school.junior.pupils, junior_in_catchment: near(school.junior.pupils) }),
    migrant_pupils: Math.round(pupils * school.migrantShare),
  }
}

function degreeCells({ primary, junior }: CleanSchool): FormCells {
  return {
    ...(primary && {
      primary_college: Math.round((primary.teachers - primary.bachelors - primary.masters - primary.doctors) * 0.95),
      primary_bachelor: primary.bachelors,
      primary_master: primary.masters,
      primary_doctor: primary.doctors,
    }),
    ...(junior && { junior_bachelor: junior.bachelors, junior_master: junior.masters, junior_doctor: junior.doctors }),
  }
}

function staffCells(draw: Draw, school: CleanSchool, teachers: number): FormCells {
  const [physical, music, fineArt, arts] = school.specialists
  return {
    backbone_teachers: Math.min(teachers, school.backbone),
    certified_teachers: Math.max(0, teachers - school.certifiedGap),
    trained_teachers: Math.round(teachers * Math.min(1, school.trainedShare * draw.between(0.99, 1.01))),
    pe_teachers: physical,
    music_teachers: music,
    fine_art_teachers: fineArt,
    arts_teachers: arts,
  }
}

function placeCells(school: CleanSchool): FormCells {
  const sum = (rooms: readonly number[]): number => rooms.reduce((total, count) => total + count, 0)
  return {
    teaching_area: cents(school.teachingArea),
    indoor_sport_area: school.indoorArea,
    gym_area: school.gymArea,
    ground_area: cents(school.groundArea),
    equipment_value: school.equipment,
    multimedia_rooms: school.multimedia,
    music_rooms: sum(school.musicRooms),
    music_rooms_96: school.musicRooms[0],
    music_rooms_73: school.musicRooms[1],
    music_rooms_61: school.musicRooms[2],
    art_rooms: sum(school.artRooms),
    art_rooms_90: school.artRooms[0],
    art_rooms_67: school.artRooms[1],
    art_rooms_61: school.artRooms[2],
  }
}

function leaverCells(draw: Draw, { junior }: CleanSchool): FormCells {
  if (junior === undefined) return {}
  const entrants = Math.max(4, Math.round((junior.pupils / 3) * draw.between(0.92, 1.08)))
  const transfersIn = Math.round(entrants * draw.between(0, 0.05))
  const transfersOut = Math.round(entrants * draw.between(0, 0.06))
  const deaths = draw.chance(0.02) ? 1 : 0
  const roll = entrants + transfersIn - transfersOut - deaths
  return {
    graduates: Math.max(1, roll - Math.round(roll * draw.between(0, 0.03))),
    entrants,
    transfers_in: transfersIn,
    transfers_out: transfersOut,
    deaths,
  }
}
