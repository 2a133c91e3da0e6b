import { StatisticsPad } from './statistics-pad.ts'
import type { StatisticsSchool } from './statistics-school.ts'

/** A sheet with the head that all of them have: title, school, number of the form, school year. */
export function startPad(
  { school, year }: StatisticsSchool,
  number: string,
  title: string,
  last: string,
): StatisticsPad {
  return new StatisticsPad(number)
    .over('A1', `${last}1`, title, 'title')
    .put('A2', `学校（机构）名称：${school.name}`)
    .put('B2', `学校（机构）标识码：${school.code}`)
    .put('C2', `表　号：${number}`)
    .put('D2', `${year}—${year + 1}学年初`)
    .width(0, 34)
}
