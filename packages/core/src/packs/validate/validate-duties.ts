import type { Pack } from '../schema/pack.ts'
import { noteProblem, type ProblemNotes } from './note-problem.ts'

/** A duty of departments names them; its day is a day of the year; what it is known by is a figure or a paper. */
export function validateDuties(pack: Pack, notes: ProblemNotes): void {
  for (const [index, duty] of (pack.duties ?? []).entries()) {
    const path = ['duties', index]
    if (duty.level === '部门' && (duty.lead?.length ?? 0) === 0)
      noteProblem(notes, path, {
        code: 'duty_without_lead',
        message: `“${duty.title}”是部门的职责，没有写牵头部门。`,
        suggestion: '在 lead 里写部门名称；所有部门都有的职责，写“各部门”。',
      })
    if (duty.indicator === undefined && duty.deliverable === undefined)
      noteProblem(notes, path, {
        code: 'duty_without_proof',
        message: `“${duty.title}”没有写用什么证明。`,
        suggestion: '能用数衡量的写 indicator，其余的写 deliverable（如 会议纪要、责任书）。',
      })
    if (duty.due !== undefined && Number.isNaN(Date.parse(`2024-${duty.due}T00:00:00Z`)))
      noteProblem(notes, [...path, 'due'], {
        code: 'duty_day',
        message: `“${duty.due}”不是一年中的日子。`,
        suggestion: '写成 月-日，如 12-31。',
      })
  }
}
