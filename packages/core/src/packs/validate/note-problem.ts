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
  part?: 'key' | 'value',
): void {
  const near = nearestName(name, [...known])
  noteProblem(
    notes,
    path,
    {
      code: 'unknown_reference',
      message: `没有名为“${name}”的${what}。`,
      ...(near === undefined ? {} : { suggestion: `是否为“${near}”？` }),
    },
    part,
  )
}

/** Notes that `value` is none of the few values a dimension may take; all of them are named, for a near one may be wrong. */
export function noteNotAmong(
  notes: ProblemNotes,
  path: PackPath,
  dimension: string,
  value: string,
  values: readonly string[],
  part?: 'key' | 'value',
): void {
  const suggestion =
    values.length === 0 ? '在 dimensions 里用 kind: values 声明，或改用其他写法。' : `可用：${values.join('、')}。`
  noteProblem(notes, path, { code: 'unknown_value', message: `${dimension}没有“${value}”这个取值。`, suggestion }, part)
}
