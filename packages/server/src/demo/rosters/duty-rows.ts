import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import { county, isOpen, judgedYear, schools } from '../county.ts'
import type { SchoolFigures } from '../school-figures.ts'
import type { SchoolPlan } from '../school-plan.ts'

/** Tables of the yearly evaluation of duties: the year's scheme, what is judged by words, what happened, buildings. */
export function dutyRows(year: number, all: readonly SchoolFigures[]): AnswerRow[] {
  const own = (register: string, answers: Answers, unit: string = county.code): AnswerRow => ({
    register,
    year,
    unit,
    answers,
  })
  return [
    own('duty_scheme', scheme(year)),
    ...items.map(([duty_item, duty_conclusion, duty_grounds, duty_evidence]) =>
      own('duty_items', { duty_item, duty_conclusion, duty_grounds, duty_evidence }, duty_item),
    ),
    ...events(year).map(([duty_event, occurred, event_explanation]) =>
      own('duty_events', { duty_event, event_occurred: yesNo(occurred), event_explanation }, duty_event),
    ),
    ...schools
      .filter((school) => isOpen(school, year) && school.kind !== '中等职业学校')
      .map((school, index) => buildingRow(year, school, pupilsOf(all, school.code), index)),
  ]
}

const scheme = (year: number): Answers => ({
  scheme_document: `澄湖市${year}年县级政府履行教育职责评价方案（虚构）`,
  best_line: 90,
  pass_line: 60,
  unsafe_limit: 3,
  veto_fraud: '是',
  downgrade_accident: '是',
  cap_unsafe_use: '是',
})

const items = [
  ['领导1', '做到', '县委常委会、县政府常务会全年专题研究教育工作4次', '会议纪要、年度重点工作安排'],
  ['领导2', '做到', '教育督导委员会成员单位职责分工已印发，联席会议召开2次', '部门职责分工文件、联席会议记录'],
  ['领导3', '基本做到', '与各乡镇签订责任书，考核结果尚未与奖惩挂钩', '目标责任书'],
  ['质量2', '做到', '联合检查4次，发现隐患37处，均已整改', '联合检查记录、隐患台账'],
  ['质量3', '做到', '各校作业公示，课后服务全覆盖', '作业管理规定、课后服务方案'],
  ['督导1', '做到', '责任督学挂牌覆盖全部学校，每月到校', '督学聘任文件、督导记录'],
] as const

/** An accident of the judged year: what costs a grade though the points are there. */
const events = (year: number) =>
  [
    ['事项1', false, ''],
    ['事项2', year === judgedYear, '6月12日一名学生溺水死亡，定为安全责任事故（虚构）'],
    ['事项3', false, ''],
  ] as const

/** One old school has a building of grade D that is sealed off. */
function buildingRow(year: number, { code, name }: SchoolPlan, pupils: number, index: number): AnswerRow {
  return {
    register: 'school_buildings',
    year,
    unit: code,
    answers: {
      school_code: code,
      school_name: name,
      buildings_area: 800 + pupils * 7,
      unsafe_area: index === 3 ? 120 : 0,
    },
  }
}

function pupilsOf(all: readonly SchoolFigures[], code: string): number {
  const stages = all.find(({ school }) => school.code === code)?.stages ?? []
  return stages.reduce((sum, stage) => sum + stage.pupils, 0)
}
