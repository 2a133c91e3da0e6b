import type { Pack } from '../schema/pack.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** What is said of placements, doses and care names time limits that are there, and days that exist. */
export function validateCare(pack: Pack, notes: ProblemNotes): void {
  const clocks = new Map((pack.clocks ?? []).map((clock) => [clock.id, clock]))
  for (const [index, { clock: id, title }] of (pack.care ?? []).entries()) {
    const path = ['care', index, 'clock']
    const clock = clocks.get(id)
    if (clock === undefined) noteUnknown(notes, path, '期限', id, clocks.keys())
    else if (clock.length !== undefined && (clock.verified?.grade ?? 'U') === 'U')
      noteProblem(notes, path, {
        code: 'care_length_unverified',
        message: `“${title}”的走访间隔没有核实，不会作为默认：县里在“期限和次数”页面确定以后才计时。`,
        suggestion: '有文件规定的写明文件并核实；没有的删去 length。',
        warning: true,
      })
  }
  for (const [index, dose] of (pack.doses ?? []).entries()) validateTerms(notes, index, dose)
  if ((pack.doses ?? []).length > 0 && !(pack.placements ?? []).some(({ at_home: atHome }) => atHome === true))
    noteProblem(notes, ['doses'], {
      code: 'dose_without_placement',
      message: '没有一种安置方式是送教上门，标准用不上。',
    })
}

function validateTerms(notes: ProblemNotes, index: number, { terms }: NonNullable<Pack['doses']>[number]): void {
  const seen = new Set<string>()
  for (const [at, { id, from, to }] of terms.entries()) {
    if (seen.has(id))
      noteProblem(notes, ['doses', index, 'terms', at, 'id'], {
        code: 'duplicate_id',
        message: `“${id}”写了两次。`,
      })
    seen.add(id)
    for (const [name, day] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (!isMonthDay(day))
        noteProblem(notes, ['doses', index, 'terms', at, name], {
          code: 'term_day_invalid',
          message: `没有“${day}”这一天，应写月-日，如 09-01。`,
        })
  }
}

/** Of a year without a leap day: a term neither begins nor ends on it. */
const isMonthDay = (text: string): boolean => {
  const day = new Date(`2025-${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === text
}
