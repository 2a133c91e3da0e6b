import { county } from '../county.ts'
import { townshipUnit } from '../staff/demo-units.ts'

/** What a township of the demo county filled in: meetings, pledges of schools, dropouts, visits, hazards found and removed. */
type Answers = readonly [
  meetings: number,
  pledges: number,
  schools: number,
  dropouts: number,
  visits: number,
  hazards: number,
  removed: number,
  care: string,
  publicity: string,
  accident: string,
]

const answers: readonly Answers[] = [
  [3, 6, 6, 0, 9, 8, 8, '做到', '做到', '否'],
  [2, 5, 5, 0, 6, 5, 5, '做到', '基本做到', '否'],
  [2, 4, 4, 0, 7, 6, 5, '做到', '做到', '否'],
  [3, 5, 5, 1, 8, 7, 6, '基本做到', '做到', '否'],
  [1, 4, 5, 0, 4, 6, 5, '做到', '基本做到', '否'],
  [2, 3, 3, 0, 6, 4, 4, '做到', '做到', '否'],
  [2, 4, 4, 2, 3, 5, 3, '基本做到', '基本做到', '否'],
  [2, 3, 4, 0, 5, 4, 4, '做到', '做到', '是'],
  [3, 4, 4, 0, 6, 3, 3, '做到', '做到', '否'],
  [2, 2, 2, 1, 6, 2, 2, '基本做到', '做到', '否'],
  [1, 2, 2, 0, 2, 0, 0, '做到', '未做到', '否'],
  [2, 2, 2, 3, 2, 3, 2, '未做到', '基本做到', '否'],
]

const headings = [
  '乡镇编码',
  '乡镇名称',
  '专题研究教育会议次数',
  '签订责任书的学校数',
  '辖区学校数',
  '未复学的失学辍学人数',
  '劝返走访次数',
  '排查周边隐患数',
  '整改周边隐患数',
  '留守儿童关爱',
  '宣传工作',
  '发生校园周边安全责任事故',
]

/** The two tables as they were sent in: file name → lines. Everything in them is invented. */
export function townshipFiles(year: number): ReadonlyMap<string, readonly (readonly string[])[]> {
  const rows = county.townships.map((name, at) => [townshipUnit(name), name, ...(answers[at] ?? []).map(String)])
  return new Map([
    ['乡镇教育工作考核表.csv', [[`${year}年乡镇教育工作考核表`], headings, ...rows]],
    ['考核县情表.csv', [[`${year}年考核县情表`], ['考核县名', '考核县代码'], [county.name, county.code]]],
  ])
}
