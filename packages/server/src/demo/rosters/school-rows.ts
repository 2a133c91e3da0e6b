import type { AnswerRow, Answers } from '../answers.ts'
import { hundredths, type SchoolFigures } from '../school-figures.ts'
import type { RosterPupil } from './pupil-rows.ts'

/** What a school and the offices that pay it fill besides the rosters: information technology, funds, aid. */
export function schoolTableRows(figures: SchoolFigures, pupils: readonly RosterPupil[]): AnswerRow[] {
  return [technologyRow(figures), allocationRow(figures), ...aidRows(figures, pupils)]
}

const keyOf = ({ school }: SchoolFigures): Answers => ({ school_code: school.code, school_name: school.name })

function row(register: string, figures: SchoolFigures, key: string, answers: Answers): AnswerRow {
  const { school, year } = figures
  const unit = key === '' ? school.code : `${school.code}/${key}`
  return { register, year, unit, answers: { ...keyOf(figures), ...answers } }
}

function technologyRow(figures: SchoolFigures): AnswerRow {
  const pupils = figures.stages.reduce((sum, stage) => sum + stage.pupils, 0)
  const teachers = figures.stages.reduce((sum, stage) => sum + stage.teachers, 0)
  return row('informatization', figures, '', {
    has_broadband: '是',
    bandwidth: figures.school.setting === '城区' ? 1000 : 500,
    connected_rooms: figures.multimediaRooms,
    ordinary_rooms: figures.stages.reduce((sum, stage) => sum + stage.classSizes.length, 0) + 2,
    pupil_computers: Math.ceil(pupils / 9),
    teacher_computers: teachers,
    teacher_spaces: teachers - Math.floor(teachers / 20),
    pupil_spaces: Math.floor(pupils * 0.9),
  })
}

function allocationRow(figures: SchoolFigures): AnswerRow {
  const first = hundredths(figures.fundSettled / 2)
  return row('school_allocation', figures, '', {
    funded_pupils: Math.max(100, figures.lastYearPupils),
    allocated_funds: figures.fundSettled,
    allocated_first: first,
    allocated_second: hundredths(figures.fundSettled - first),
  })
}

const hardships = ['脱贫家庭学生', '城乡低保家庭学生', '家庭经济困难残疾学生', '突发严重困难'] as const

function aidRows(figures: SchoolFigures, pupils: readonly RosterPupil[]): AnswerRow[] {
  const { year } = figures
  const aided = pupils.filter((pupil) => pupil.aided)
  return [
    { term: '春季', due: `${year}-05-31`, paid: `${year}-05-20` },
    { term: '秋季', due: `${year}-11-30`, paid: `${year}-11-18` },
  ].flatMap(({ term, due, paid }) => {
    const payments = aided.map((pupil, k) => {
      const amount = halfYear(year, pupil)
      const answers = {
        payment_no: `${year}-${term}-${String(k + 1).padStart(3, '0')}`,
        recipient_no: `G${pupil.person.idNumber}`,
        recipient_name: pupil.person.name,
        aid_term: term,
        aid_stage: pupil.stage,
        programme: pupil.boards ? '家庭经济困难寄宿生生活补助' : '家庭经济困难非寄宿生生活补助',
        hardship: hardships[k % hardships.length] ?? '其他家庭经济困难',
        aid_amount: amount,
        due_on: due,
        paid_on: paid,
        bank_account: `99${String(k + 1).padStart(17, '0')}`,
      }
      return row('aid_payments', figures, answers.payment_no, answers)
    })
    const sum = aided.reduce((total, pupil) => total + halfYear(year, pupil), 0)
    const summary = {
      summary_term: term,
      aid_due_persons: aided.length,
      aid_paid_persons: aided.length,
      aid_paid_amount: hundredths(sum / 10_000),
    }
    return [...payments, row('aid_summary', figures, term, summary)]
  })
}

/** Yuan in half a year, as the county pays it. */
function halfYear(year: number, pupil: RosterPupil): number {
  const whole = pupil.stage === '小学' ? (year >= 2025 ? 1250 : 1000) : year >= 2025 ? 1500 : 1250
  return pupil.boards ? whole / 2 : whole / 4
}
