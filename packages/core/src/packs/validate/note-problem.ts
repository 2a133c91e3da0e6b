import { nearestName } from '../../formula/index.ts'
import type { PackPath, PackSource } from '../parse-pack.ts'
import type { PackProblem } from '../problem.ts'

/** Collects problems of one pack, placing each in its file. */
export interface ProblemNotes {
  readonly problems: PackProblem[]
  readonly source: PackSource
}

export interface Note {
  readonly code: string
  readonly message: string
  readonly suggestion?: string
  readonly warning?: boolean
}

export function noteProblem(notes: ProblemNotes, path: PackPath, note: Note, part?: 'key' | 'value'): void {
  notes.problems.push({ ...note, ...notes.source.place(path, part) })
}

/** Notes that `name` is not among `known`, with the nearest one as advice. */
export function noteUnknown(
  notes: ProblemNotes,
  path: PackPath,
  what: string,
  name: string,
  known: Iterable<string>,
): void {
  const near = nearestName(name, [...known])
  noteProblem(notes, path, {
    code: 'unknown_reference',
    message: `没有名为“${name}”的${what}。`,
    ...(near === undefined ? {} : { suggestion: `是否为“${near}”？` }),
  })
}
