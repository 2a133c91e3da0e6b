import type { Pack } from '../schema/pack.ts'
import { noteProblem, type ProblemNotes } from './note-problem.ts'

/** A pack without registers brings duties, time limits or calendars: otherwise there is nothing in it. */
export function validateContent({ registers, duties, clocks, calendars }: Pack, notes: ProblemNotes): void {
  if (registers.length > 0 || [duties, clocks, calendars].some((section) => (section?.length ?? 0) > 0)) return
  noteProblem(notes, ['registers'], {
    code: 'pack_empty',
    message: '标准包里没有台账，也没有职责、期限和工作日历，什么都做不了。',
    suggestion: '至少写一张台账（registers），或者写职责（duties）、期限（clocks）、工作日历（calendars）。',
  })
}
