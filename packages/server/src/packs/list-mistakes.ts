import type { PackProblem } from '@eduduty/core/packs'

const NAMED = 20

/** The first mistakes of a pack in one line, each with its place. */
export function listMistakes(errors: readonly PackProblem[]): string {
  const lines = errors.slice(0, NAMED).map(({ file, line, message }) => `${file} 第 ${line} 行：${message}`)
  return lines.join('；')
}
