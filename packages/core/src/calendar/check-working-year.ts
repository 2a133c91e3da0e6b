import { dayInWords, isDay } from './day.ts'
import { numberOf, weekdayOf } from './day-number.ts'
import type { WorkingYear } from './working-calendar.ts'

/** What cannot be right in a year's arrangement, in Chinese; empty = nothing. */
export function checkWorkingYear({ year, rest, work }: WorkingYear): string[] {
  const faults: string[] = []
  for (const day of [...rest, ...work]) {
    if (!isDay(day)) faults.push(`“${day}”不是日期，要写成 ${year}-05-01 的样子`)
    else if (Number(day.slice(0, 4)) !== year) faults.push(`${dayInWords(day)}不在${year}年`)
  }
  for (const day of rest.filter((one) => work.includes(one))) faults.push(`${dayInWords(day)}既写了放假又写了上班`)
  for (const day of work.filter(isDay))
    if (weekdayOf(numberOf(day)) < 5) faults.push(`${dayInWords(day)}本来就是工作日，不用写作调休上班`)
  for (const day of twice([...rest]).concat(twice([...work]))) faults.push(`${dayInWords(day)}写了两次`)
  return faults
}

const twice = (days: readonly string[]): string[] => [
  ...new Set(days.filter((day, at) => days.indexOf(day) !== at).filter(isDay)),
]
