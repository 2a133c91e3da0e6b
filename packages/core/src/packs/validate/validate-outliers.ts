import type { OutlierRule } from '../schema/outlier.ts'
import type { Pack } from '../schema/pack.ts'
import type { Register } from '../schema/register.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** Outlier rules name registers and columns that are there, compare numbers, and have rising bands. */
export function validateOutliers(pack: Pack, notes: ProblemNotes): void {
  const registers = new Map(pack.registers.map((register) => [register.id, register]))
  for (const [index, rule] of (pack.outliers ?? []).entries()) {
    const path = ['outliers', index]
    const register = registers.get(rule.register)
    if (register === undefined) noteUnknown(notes, [...path, 'register'], '台账', rule.register, registers.keys())
    else validateColumns(rule, register, path, notes)
    const bands = rule.size?.bands.map(Number) ?? []
    if (bands.some((start, at) => at > 0 && start <= (bands[at - 1] ?? 0)))
      noteProblem(notes, [...path, 'size', 'bands'], {
        code: 'bands_not_rising',
        message: '规模分组的界限要从小到大，不能重复。',
      })
  }
}

function validateColumns(
  rule: OutlierRule,
  register: Register,
  path: readonly (string | number)[],
  notes: ProblemNotes,
): void {
  const ids = register.columns.map((column) => column.id)
  const seen = new Set<string>()
  for (const [at, { column: id, fixed }] of rule.compare.entries()) {
    const place = [...path, 'compare', at, 'column']
    const column = register.columns.find((candidate) => candidate.id === id)
    if (column === undefined) noteUnknown(notes, place, '列', id, ids)
    else if (fixed !== true && column.type !== 'integer' && column.type !== 'number')
      noteProblem(notes, place, {
        code: 'outlier_not_number',
        message: `“${column.title}”不是数，不能与同类比较。`,
        suggestion: '各年应当相同的，写 fixed: true；其余的删去这一条。',
      })
    if (seen.has(id)) noteProblem(notes, place, { code: 'duplicate_column', message: `列“${id}”写了两次。` })
    seen.add(id)
  }
}
