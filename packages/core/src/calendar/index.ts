/** Days and instants as they are written for people: China's, by its one time zone (北京时间). Working days by the yearly notices. */
export { ageOn } from './age.ts'
export { checkWorkingYear } from './check-working-year.ts'
export { chinaMinute, chinaTime } from './china-time.ts'
export { dayAfter, dayBefore, dayInWords, dayOf, daysAfter, daysBetween, isDay } from './day.ts'
export { daysOfSpan, spansOf } from './day-span.ts'
export { addMonths } from './months.ts'
export { SCHOOL_YEAR_BEGINS, schoolYearOf } from './school-year.ts'
export { startOfDay } from './start-of-day.ts'
export {
  addWorkingDays,
  countWorkingDays,
  type DayOrMissing,
  isWorkingDay,
  makeWorkingCalendar,
  type WorkingCalendar,
  type WorkingYear,
  workingDayFrom,
} from './working-calendar.ts'
