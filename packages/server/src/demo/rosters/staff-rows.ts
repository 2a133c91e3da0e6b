import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import type { SchoolFigures } from '../school-figures.ts'
import type { StageFigures } from '../stage-figures.ts'
import { inventPerson, inventPhone } from './invented-people.ts'
import { isSpread } from './spread.ts'

/** How many teachers of the county moved, for the mark in the roster of the school that they left. */
export interface MovedTeachers {
  readonly count: number
  readonly total: number
  /** Teachers of the schools before this one. */
  readonly before: number
}

/** 教职工名册 of one school, with exactly the persons that its forms count. */
export function staffRows(figures: SchoolFigures, moved: MovedTeachers): AnswerRow[] {
  const teachers = figures.stages.flatMap(teachersOf)
  const { school, year } = figures
  const others = Array.from({ length: Math.max(1, Math.round(teachers.length / 15)) }, (_, k) => ({
    post: k % 3 === 0 ? '行政人员' : k % 3 === 1 ? '教辅人员' : '工勤人员',
    degree: k % 3 === 2 ? '高中阶段及以下' : '专科',
  }))
  const rows = teachers.map((teacher, k) => ({
    post: '专任教师',
    ...teacher,
    certified: yesNo(k < figures.certified),
    training_hours: k < figures.trained ? 360 + ((k * 7) % 90) : 240 + (k % 60),
    exchanged: yesNo(isSpread(moved.before + k, moved.count, moved.total)),
  }))
  return [...rows, ...others].map((answers, k) => staffRow(school.code, school.name, year, k, answers))
}

function staffRow(code: string, name: string, year: number, k: number, answers: Answers): AnswerRow {
  const seed = `${code}/staff/${k}`
  const age = 24 + ((k * 11) % 34)
  const person = inventPerson(seed, year - age - 1, k)
  const staff_no = `T${String(k + 1).padStart(3, '0')}`
  return {
    register: 'staff_roster',
    year,
    unit: `${code}/${staff_no}`,
    answers: {
      school_code: code,
      school_name: name,
      staff_no,
      staff_name: person.name,
      id_number: person.idNumber,
      gender: person.gender,
      birth_on: person.bornOn,
      joined_on: `${Math.min(year, year - age + 22)}-08-15`,
      phone: inventPhone(seed),
      establishment: k % 23 === 22 ? '编外' : '在编',
      professional_title: age < 27 ? '助理级' : age < 45 ? '中级' : '副高级',
      ...answers,
    },
  }
}

const commonSubjects = ['语文', '数学', '外语', '道德与法治', '科学', '语文', '数学'] as const

/** The teachers of a stage: degrees, subjects and levels in just the numbers that the stage has. */
function teachersOf(stage: StageFigures): Answers[] {
  const rest = stage.teachers - stage.college - stage.bachelor - stage.master - stage.doctor
  const degrees = [
    ...repeated('博士研究生', stage.doctor),
    ...repeated('硕士研究生', stage.master),
    ...repeated('本科', stage.bachelor),
    ...repeated('专科', stage.stage === '小学' ? stage.college : rest),
    ...repeated('高中阶段及以下', stage.stage === '小学' ? rest : 0),
  ]
  const special = [
    ...repeated('体育', stage.physical),
    ...repeated('音乐', stage.music),
    ...repeated('美术', stage.fineArt),
    ...repeated('艺术', stage.arts),
  ]
  return degrees.map((degree, k) => ({
    stage: stage.stage,
    degree,
    // Specialists stand at the end of the list, backbone teachers at its head.
    subject: special[degrees.length - 1 - k] ?? commonSubjects[k % commonSubjects.length] ?? '语文',
    backbone: k < stage.backbone ? (k % 5 === 4 ? '市级' : '县级') : k % 9 === 8 ? '校级' : '无',
  }))
}

function repeated(word: string, count: number): string[] {
  return Array.from({ length: count }, () => word)
}
