import { differingPlaces } from './compare-identity.ts'
import type { Likeness } from './person.ts'

/** Two dates of birth, `2013-05-17`. */
export function compareBirths(left: string, right: string): Likeness {
  if (left === right) return { degree: 1, says: '' }
  if (turnedDay(left) === right) return { degree: 0.85, says: '出生日期的月、日颠倒' }
  const places = differingPlaces(left, right)
  const [first = 0, second = 0] = places
  if (places.length === 1) return { degree: 0.75, says: `出生日期${partAt(first)}差一个数字` }
  if (places.length === 2 && second === first + 1 && left[first] === right[second] && left[second] === right[first])
    return { degree: 0.75, says: `出生日期${partAt(first)}两个数字颠倒` }
  if (left.slice(0, 7) === right.slice(0, 7)) return { degree: 0.2, says: '出生日期同年同月，日不同' }
  return { degree: -1, says: '出生日期不同' }
}

/** Month and day the other way round. */
export const turnedDay = (day: string): string => `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`

const partAt = (place: number): string => (place < 4 ? '年份' : place < 7 ? '月份' : '日')
