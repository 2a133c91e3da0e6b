import type { PackPath } from '../parse-pack.ts'
import type { Casework } from '../schema/casework.ts'
import type { Pack } from '../schema/pack.ts'
import type { CaseworkModel } from './casework-model.ts'
import { type Note, noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/** The definition that is being checked, and where it stands in the pack. */
export interface Place {
  readonly pack: Pack
  readonly casework: Casework
  readonly model: CaseworkModel
  readonly path: PackPath
  readonly notes: ProblemNotes
}

export const note = ({ notes, path }: Place, inner: PackPath, problem: Note): void =>
  noteProblem(notes, [...path, ...inner], problem)

export const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id)

export function unknown(
  place: Place,
  inner: PackPath,
  what: string,
  name: string | undefined,
  known: readonly string[],
): void {
  if (name !== undefined && !known.includes(name))
    noteUnknown(place.notes, [...place.path, ...inner], what, name, known)
}
