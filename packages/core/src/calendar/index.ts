/** Days and instants as they are written for people: China's, by its one time zone (北京时间). */
export { chinaMinute, chinaTime } from './china-time.ts'
export { dayAfter, dayBefore, dayInWords, dayOf, daysBetween } from './day.ts'
