/** Time limits of casework: start them, note what happens to them, sweep them. */

export { calendarRoutes as clockRoutes } from './calendar/calendar-routes.ts'
export { readCalendar } from './calendar/read-calendar.ts'
export type { ClockKey, ClockSubject } from './clock-row.ts'
export { findClocks } from './find-clocks.ts'
export { forgetTitles } from './forget-titles.ts'
export { findClockItems } from './inbox/find-clock-items.ts'
export { findFiringItems } from './inbox/find-firing-items.ts'
export { type EventGrounds, type LaterEvent, noteClockEvent } from './note-clock-event.ts'
export { type NewClock, startClocks } from './start-clocks.ts'
export { escalateNow } from './sweep/escalate-now.ts'
export { type Sweeping, startSweeping } from './sweep/start-sweeping.ts'
export { sweepClocks } from './sweep/sweep-clocks.ts'
