import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import type { SchoolFigures } from '../school-figures.ts'
import type { StageFigures } from '../stage-figures.ts'
import { areaOfSchool, type InventedPerson, inventPerson, inventPhone } from './invented-people.ts'
import { isSpread } from './spread.ts'

/** Counts of the whole county that are spread over its pupils. */
export interface CountyMarks {
  readonly total: number
  /** Pupils of the schools before this one. */
  readonly before: number
  readonly disabled: number
  readonly taughtAtHome: number
}

/** One pupil of a roster, with what other registers say about the same child. */
export interface RosterPupil {
  readonly row: AnswerRow
  readonly person: InventedPerson
  readonly stage: string
  readonly boards: boolean
  readonly aided: boolean
  readonly isLocal: boolean
  readonly atHome: boolean
}

interface ClassPlan {
  readonly code: string
  readonly stage: StageFigures['stage']
  readonly grade: number
  readonly order: number
  readonly size: number
}

const gradeWords = [
  '',
  '一年级',
  '二年级',
  '三年级',
  '四年级',
  '五年级',
  '六年级',
  '七年级',
  '八年级',
  '九年级',
] as const

/** 班级名册 and 学生名册 of one school, with exactly the classes and pupils that its forms count. */
export function pupilRows(figures: SchoolFigures, marks: CountyMarks) {
  const classes = figures.stages.flatMap(classesOf)
  const total = classes.reduce((sum, one) => sum + one.size, 0)
  let number = 0
  const pupils = classes.map((own) =>
    Array.from({ length: own.size }, (_, at) => pupilOf(figures, own, { at, number: number++, total }, marks)),
  )
  const classRows = classes.map((own, index) => classRow(figures, own, pupils[index] ?? []))
  return { classRows, pupils: pupils.flat() }
}

function classesOf(stage: StageFigures): ClassPlan[] {
  const first = stage.stage === '小学' ? 1 : 7
  const count = stage.classSizes.length
  return stage.classSizes.map((size, index) => {
    const grade = first + Math.floor((index * stage.grades) / count)
    const order = index - Math.ceil(((grade - first) * count) / stage.grades) + 1
    return { code: `${grade}${String(order).padStart(2, '0')}`, stage: stage.stage, grade, order, size }
  })
}

interface PupilPlace {
  readonly at: number
  /** Among the pupils of the school. */
  readonly number: number
  readonly total: number
}

function pupilOf(figures: SchoolFigures, own: ClassPlan, place: PupilPlace, marks: CountyMarks): RosterPupil {
  const { school, year } = figures
  const { number, total } = place
  const seed = `${school.code}/${year - own.grade}/${own.stage}/${own.order}/${place.at}`
  const person = inventPerson(seed, year - 6 - own.grade, number, areaOfSchool(school.code))
  const inCounty = marks.before + number
  const migrant = isSpread(number, figures.migrants, total)
  const marked = marks.disabled + marks.taughtAtHome
  const disabled = isSpread(inCounty, marked, marks.total)
  const rank = Math.floor((inCounty * marked) / marks.total)
  const atHome = disabled && isSpread(rank, marks.taughtAtHome, marked)
  const boards = school.boards && number % 3 === 0
  const aided = number % 29 === 7
  const isLocal = !migrant || number % 5 === 0
  const inStage = number - (own.stage === '初中' ? (figures.primary?.pupils ?? 0) : 0)
  const junior = figures.junior?.pupils ?? 0
  const inCatchment = own.stage === '小学' || isSpread(inStage, Math.floor(junior * 0.985), junior)
  const answers: Answers = {
    school_code: school.code,
    school_name: school.name,
    pupil_no: `G${person.idNumber}`,
    pupil_name: person.name,
    id_number: person.idNumber,
    gender: person.gender,
    birth_on: person.bornOn,
    pupil_stage: own.stage,
    pupil_grade: gradeWords[own.grade] ?? '一年级',
    pupil_class: own.code,
    pupil_state: atHome ? '送教上门' : '在校',
    local_hukou: yesNo(isLocal),
    migrant: yesNo(migrant),
    left_behind: yesNo(!migrant && school.setting !== '城区' && number % 17 === 3),
    disabled: yesNo(disabled),
    boarding_pupil: yesNo(boards),
    in_catchment: yesNo(inCatchment),
    aided: yesNo(aided),
    home_address: `${school.township}${(number % 9) + 1}组${(number % 60) + 1}号`,
    guardian: inventPerson(`${seed}/guardian`, year - 38, number).name,
    guardian_phone: inventPhone(seed),
  }
  const row = { register: 'pupil_roster', year, unit: `${school.code}/${number}`, answers }
  return { row, person, stage: own.stage, boards, aided, isLocal, atHome }
}

function classRow(figures: SchoolFigures, own: ClassPlan, pupils: readonly RosterPupil[]): AnswerRow {
  const { school, year } = figures
  return {
    register: 'class_roster',
    year,
    unit: `${school.code}/${own.code}`,
    answers: {
      school_code: school.code,
      school_name: school.name,
      class_code: own.code,
      class_name: `${gradeWords[own.grade] ?? ''}${own.order}班`,
      class_stage: own.stage,
      class_grade: gradeWords[own.grade] ?? '一年级',
      class_size: own.size,
      class_boarders: pupils.filter((pupil) => pupil.boards).length,
      class_girls: pupils.filter((pupil) => pupil.person.gender === '女').length,
      head_teacher: inventPerson(`${school.code}/head/${own.code}`, year - 36, own.order).name,
    },
  }
}
