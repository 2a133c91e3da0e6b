import { drawStatistics } from '../../../core/test/statistics/draw-statistics.ts'
import { pack } from '../../../core/test/statistics/read-drawn.ts'
import { nineYearSchool, primarySchool } from '../../../core/test/statistics/statistics-plan.ts'
import { gbkCsvOf, xlsxOf } from './drawn-files.ts'

export { nineYearSchool, primarySchool }

const ROSTER = [
  '2021年学校名册',
  '学校代码,学校名称,学校类型,城乡类型,举办者类型,办别,是否寄宿制,设小学学段,设初中学段,设高中学段,状态',
  '2199000001,样例县第一小学,小学,城区,7,公办,否,是,否,否,在办',
  '2199000002,样例县实验学校,九年一贯制,城区,7,公办,否,是,是,否,在办',
]

const FILLED: Readonly<Record<string, string>> = {
  school_name: '样例县第一小学',
  school_type: '小学',
  school_code: '2199000001',
  founded_year: '1958',
  built_by_2010: '是',
  built_by_2016: '是',
  dense_centre_city: '否',
  small_rural_50_99: '否',
  small_classes_under_30: '否',
  primary_pupils: '1200',
  migrant_pupils: '160',
  certified_teachers: '66',
  trained_teachers: '66',
}

/** The official form with every item; of those behind the seven indicators only the pupils are filled, and wrongly. */
function formText(): string {
  const columns = pack.registers.find(({ id }) => id === 'school_form')?.columns ?? []
  const lines = columns.map(({ no, title, unit = '', id }) => `${no},${title},${unit},${FILLED[id] ?? ''}`)
  return `${['2021年学校填报表', '序号,填报项目,单位,填报值', ...lines].join('\n')}\n`
}

/** The rest of the county says nothing here, but whether the rules of the first years hold decides who counts. */
function basicsText(): string {
  const columns = pack.registers.find(({ id }) => id === 'county_basics')?.columns ?? []
  const values = columns.map(({ id }) => (id === 'transition_applies' ? '否' : id === 'townships' ? '9' : ''))
  return `${['2021年县基本情况表', columns.map(({ title }) => title).join(','), values.join(',')].join('\n')}\n`
}

type Put = (name: string, content: string | Uint8Array) => string

/** A county of two schools: one hands in a workbook of statistics and a form, the other csv files of statistics only. */
export async function putCounty(put: Put): Promise<void> {
  put('名册.csv', `${ROSTER.join('\n')}\n`)
  put('县.csv', basicsText())
  put('填报/第一小学.csv', formText())
  put('教基/第一小学.xlsx', await xlsxOf(drawStatistics(primarySchool).map((pad) => pad.draw())))
  for (const pad of drawStatistics(nineYearSchool))
    put(`教基/实验学校/${pad.name}.csv`, gbkCsvOf(pad.draw({ unmerged: true, down: 1, blankBefore: [1] })))
}
