import type { Pack } from '../schema/pack.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** Periodic reports name outlines and time limits that are there; a stretch ends on a day that every year has. */
export function validatePeriodic(pack: Pack, notes: ProblemNotes): void {
  const clocks = new Map((pack.clocks ?? []).map((clock) => [clock.id, clock]))
  const outlines = (pack.reports ?? []).map(({ id }) => id)
  for (const [index, { clock, outline, periods }] of (pack.periodic ?? []).entries()) {
    if (!outlines.includes(outline)) noteUnknown(notes, ['periodic', index, 'outline'], '报告提纲', outline, outlines)
    const rule = clocks.get(clock)
    if (rule === undefined) noteUnknown(notes, ['periodic', index, 'clock'], '期限', clock, clocks.keys())
    else if (rule.length === undefined)
      noteProblem(notes, ['periodic', index, 'clock'], {
        code: 'periodic_without_length',
        message: `期限“${rule.title}”没有长度，定期报告算不出最后一天。`,
        suggestion: '给这个期限写上 length。',
      })
    validatePeriods(notes, index, periods)
  }
}

type Periods = NonNullable<Pack['periodic']>[number]['periods']

function validatePeriods(notes: ProblemNotes, index: number, periods: Periods): void {
  const seen = new Set<string>()
  for (const [at, { id, ends }] of periods.entries()) {
    const place = ['periodic', index, 'periods', at]
    if (seen.has(id)) noteProblem(notes, [...place, 'id'], { code: 'duplicate_id', message: `“${id}”写了两次。` })
    seen.add(id)
    const day = new Date(`2025-${ends}T00:00:00Z`)
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(5, 10) !== ends)
      noteProblem(notes, [...place, 'ends'], {
        code: 'periodic_day_unknown',
        message: `“${ends}”不是每年都有的一天。`,
        suggestion: '写月和日，如 09-30；2月底写 02-28。',
      })
  }
}
