import { type PackProblem, renderPackProblem } from '@eduduty/core/packs'
import { type Io, writeJson } from '../platform/io.ts'
import type { PackReading } from './pack-reading.ts'

/** Prints the problems of a pack in the order of its files, each with its line and a caret. */
export function writeProblems(reading: PackReading, io: Io, json: boolean, problems = reading.problems): void {
  if (json) {
    writeJson(io, { folder: reading.folder, hash: reading.loaded?.hash, problems })
    return
  }
  const texts = new Map(reading.files.map((file) => [file.path, file.text]))
  for (const problem of problems.toSorted(inFileOrder))
    io.stderr.write(`${renderPackProblem(problem, texts.get(problem.file))}\n`)
}

function inFileOrder(a: PackProblem, b: PackProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
