import { type CheckOptions, check, type Expression, type Problem, type Scope } from '../../formula/index.ts'
import type { PackPath, PackProblem, PackSource } from '../../packs/index.ts'

/** Collects the mistakes of a pack's formulas, each at its place in the file. */
export interface FormulaNotes {
  readonly problems: PackProblem[]
  readonly source: PackSource
}

/** Checks one formula of a pack and notes its mistakes; gives back the expression when there are none. */
export function checkAt(
  notes: FormulaNotes,
  path: PackPath,
  text: string,
  scope: Scope,
  options: CheckOptions,
  skip = 0,
): Expression | undefined {
  const { expression, problems } = check(text, scope, options)
  for (const problem of problems) noteFormulaProblem(notes, path, text, problem, skip)
  return problems.length === 0 ? expression : undefined
}

/** `skip`: characters of the checked text that do not stand in the file, such as the judged value before a standard. */
export function noteFormulaProblem(
  notes: FormulaNotes,
  path: PackPath,
  text: string,
  problem: Problem,
  skip = 0,
): void {
  const offset = Math.max(0, offsetOf(text, problem) - skip)
  notes.problems.push({
    code: problem.code,
    message: problem.message,
    ...notes.source.inside(path, text.slice(skip), offset, problem.length),
    ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }),
  })
}

/** Lines of a formula count its characters from 1; files count UTF-16 units. */
function offsetOf(text: string, problem: Problem): number {
  const lines = text.split('\n')
  const before = lines.slice(0, problem.line - 1).reduce((sum, line) => sum + line.length + 1, 0)
  const line = [...(lines[problem.line - 1] ?? '')]
  return before + line.slice(0, problem.column - 1).join('').length
}
