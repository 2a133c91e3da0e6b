import { checkWorkingYear, daysOfSpan } from '../../calendar/index.ts'
import type { Pack } from '../schema/pack.ts'
import { noteProblem, type ProblemNotes } from './note-problem.ts'

/** Every year stands once; its days are days of it, and what is worked would otherwise be free. */
export function validateCalendars(pack: Pack, notes: ProblemNotes): void {
  const seen = new Set<number>()
  for (const [index, { year, rest, work }] of (pack.calendars ?? []).entries()) {
    if (seen.has(year))
      noteProblem(notes, ['calendars', index, 'year'], {
        code: 'calendar_twice',
        message: `${year}年写了两次。`,
        suggestion: '同一年的放假与调休写在一处。',
      })
    seen.add(year)
    const faults = checkWorkingYear({ year, rest: rest.flatMap(daysOfSpan), work: work.flatMap(daysOfSpan) })
    for (const fault of faults) {
      const message = `${year}年：${fault}。`
      noteProblem(notes, ['calendars', index], { code: 'calendar_day', message })
    }
  }
}
