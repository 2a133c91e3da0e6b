/** A mistake in a pack, found before use. Lines and columns count from 1. */
export interface PackProblem {
  readonly code: string
  /** Chinese: what is wrong. */
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  /** Chinese: what to write instead. */
  readonly suggestion?: string
  /** Warnings do not stop a pack from being used; they are shown wherever it is. */
  readonly warning?: boolean
}

/** The problem with its line of source and a caret, for a terminal or a log. */
export function renderPackProblem(problem: PackProblem, source: string | undefined): string {
  const head = `${problem.file}:${problem.line}:${problem.column} ${problem.warning ? '提醒' : '错误'} ${problem.code}：${problem.message}`
  const line = source?.split('\n')[problem.line - 1]
  const caret =
    line === undefined
      ? []
      : [`    ${line}`, `    ${padUpTo(line, problem.column - 1)}${'^'.repeat(caretLength(line, problem))}`]
  const advice = problem.suggestion === undefined ? [] : [`    建议：${problem.suggestion}`]
  return [head, ...caret, ...advice].join('\n')
}

function caretLength(line: string, problem: PackProblem): number {
  return Math.max(1, Math.min(problem.length, line.length - problem.column + 1))
}

/** Full-width characters take two columns on a terminal, so the caret line repeats their width. */
function padUpTo(line: string, end: number): string {
  return [...line.slice(0, end)].map((char) => (char.charCodeAt(0) > 0x2e7f ? '　' : ' ')).join('')
}
