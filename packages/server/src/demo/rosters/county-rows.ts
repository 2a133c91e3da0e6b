import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import type { SchoolFigures } from '../school-figures.ts'
import { inventPerson } from './invented-people.ts'

/** Of the disabled children in school: how they are placed. */
export interface Placed {
  readonly inSpecialSchool: number
  readonly atHome: number
  readonly inOrdinary: number
}

export function placedOf(basics: Answers, form: Answers): Placed {
  const inSpecialSchool = Number(basics.disabled_in_special ?? 0)
  const atHome = 12
  return { inSpecialSchool, atHome, inOrdinary: Number(form.disabled_enrolled ?? 0) - inSpecialSchool - atHome }
}

/** 特殊教育情况表, 教师培训台账 and 交流轮岗名册. */
export function countyTableRows(
  year: number,
  all: readonly SchoolFigures[],
  placed: Placed,
  form: Answers,
): AnswerRow[] {
  return [...placementRows(year, placed), ...trainingRows(year), ...exchangeRows(year, all, form)]
}

function placementRows(year: number, placed: Placed): AnswerRow[] {
  const row = (placement: string, total: number, lessons: number): AnswerRow => {
    const primary = Math.round(total * 0.66)
    const answers = { placement, placed_primary: primary, placed_junior: total - primary, placed_total: total }
    return {
      register: 'special_education',
      year,
      unit: placement,
      answers: { ...answers, placed_with_plan: total, home_lessons: lessons },
    }
  }
  return [
    row('特殊教育学校', placed.inSpecialSchool, 0),
    row('随班就读', placed.inOrdinary, 0),
    row('特教班', 0, 0),
    row('送教上门', placed.atHome, placed.atHome * 72),
  ]
}

const trainings = [
  ['新教师入职培训', '县级', '07-08', '07-14', 56, 46],
  ['班主任专业能力培训', '县级', '07-20', '07-24', 40, 120],
  ['国培计划乡村教师素养提升', '国家级', '08-02', '08-11', 80, 38],
  ['中小学校长任职资格培训', '市级', '10-12', '10-21', 80, 12],
  ['信息技术应用能力提升工程', '校本', '03-05', '06-20', 50, 980],
] as const

function trainingRows(year: number): AnswerRow[] {
  return trainings.map(([name, level, from, to, hours, persons], k) => ({
    register: 'training',
    year,
    unit: `P${k + 1}`,
    answers: {
      training_no: `P${k + 1}`,
      training_name: name,
      training_level: level,
      training_from: `${year}-${from}`,
      training_to: `${year}-${to}`,
      lesson_hours: hours,
      trained_persons: persons,
      passed_persons: persons - (k % 2),
      training_funds: Math.round(persons * hours * 0.4) / 100,
    },
  }))
}

function exchangeRows(year: number, all: readonly SchoolFigures[], form: Answers): AnswerRow[] {
  const backbone = Number(form.moved_backbone ?? 0)
  const codeAt = (k: number): string => all[k % all.length]?.school.code ?? ''
  return Array.from({ length: Number(form.moved_teachers ?? 0) }, (_, k) => ({
    register: 'exchange',
    year,
    unit: `J${k + 1}`,
    answers: {
      exchange_no: `J${String(k + 1).padStart(3, '0')}`,
      moved_name: inventPerson(`exchange/${year}/${k}`, year - 35, k).name,
      from_school: codeAt(k),
      to_school: codeAt(k + 1),
      exchange_kind: k % 6 === 5 ? '支教' : '定期交流',
      exchange_from: `${year - 1}-09-01`,
      exchange_to: `${year}-07-10`,
      moved_is_backbone: yesNo(k < backbone),
      moved_is_head: yesNo(k % 19 === 18),
    },
  }))
}
