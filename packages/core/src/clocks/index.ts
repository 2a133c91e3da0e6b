/** Time limits: counted by the calendar of the years, paused, extended, and what they do by themselves. */
export { type Clock, type ClockEvent, clockOf } from './clock.ts'
export { CalendarTable, CalendarYearBody, CalendarYearView, ClockView } from './contracts.ts'
export { type Firing, type FiringKind, firingsOf, sweepClock } from './firings.ts'
export { sayLadder } from './say-ladder.ts'
export { sayLength, sayUnit } from './say-length.ts'
