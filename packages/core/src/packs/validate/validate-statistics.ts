import type { Pack } from '../schema/pack.ts'
import { noteProblem, type ProblemNotes } from './note-problem.ts'
import { findStatisticsFaults } from './statistics-faults.ts'

/** Layouts of the statistics sheets name registers, columns and layouts that are there. */
export function validateStatistics(pack: Pack, notes: ProblemNotes): void {
  for (const { path, ...fault } of findStatisticsFaults(pack.statistics ?? [], pack.registers))
    noteProblem(notes, ['statistics', ...path], fault)
}
