import type { Pack } from '../schema/pack.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** Derivations name registers and columns that are there; a column is derived once, and never one that tells whose a row is. */
export function validateDerivations(pack: Pack, notes: ProblemNotes): void {
  const registers = new Map(pack.registers.map((register) => [register.id, register]))
  const seen = new Set<string>()
  for (const [index, derivation] of (pack.derive ?? []).entries()) {
    const register = registers.get(derivation.register)
    if (register === undefined) {
      noteUnknown(notes, ['derive', index, 'register'], '台账', derivation.register, registers.keys())
      continue
    }
    const columns = new Map(register.columns.map((column) => [column.id, column]))
    for (const id of Object.keys(derivation.columns)) {
      const place = ['derive', index, 'columns', id]
      const column = columns.get(id)
      const name = `${register.id}.${id}`
      if (column === undefined) noteUnknown(notes, place, '列', id, columns.keys(), 'key')
      else if (column.dimension !== undefined)
        noteProblem(
          notes,
          place,
          { code: 'derived_key', message: `“${column.title}”说明一行是谁的，不能从名册得出。` },
          'key',
        )
      if (seen.has(name))
        noteProblem(notes, place, { code: 'derived_twice', message: `列“${id}”从名册得出两次。` }, 'key')
      seen.add(name)
    }
  }
}
