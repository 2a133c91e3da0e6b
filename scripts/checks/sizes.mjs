import ts from 'typescript'
import { lineOf, walk } from './source-files.mjs'

const limits = { source: 400, test: 500, median: 70, ninetieth: 220, function: 60 }

/** File and function sizes of the house style. */
export function checkSizes(sources) {
  const counted = sources.filter((source) => !source.generated && source.name.startsWith('packages/'))
  const faults = counted
    .filter((source) => source.lines > (source.test ? limits.test : limits.source))
    .map((source) => `${source.name} 有 ${source.lines} 行，上限 ${source.test ? limits.test : limits.source}`)
  const { median, ninetieth } = sizeTable(counted)
  if (median > limits.median) faults.push(`文件行数的中位数为 ${median}，上限 ${limits.median}`)
  if (ninetieth > limits.ninetieth) faults.push(`文件行数的第 90 百分位为 ${ninetieth}，上限 ${limits.ninetieth}`)
  for (const source of counted.filter((candidate) => !candidate.test)) faults.push(...longFunctions(source))
  return faults
}

/** Median, ninetieth percentile and largest of the source files that are no tests. */
export function sizeTable(sources) {
  const lines = sources
    .filter((source) => !source.test && !source.generated)
    .map((source) => source.lines)
    .toSorted((a, b) => a - b)
  const at = (share) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0
  return {
    files: lines.length,
    median: at(0.5),
    ninetieth: at(0.9),
    largest: at(1),
    total: lines.reduce((sum, count) => sum + count, 0),
  }
}

function longFunctions(source) {
  const faults = []
  walk(source.tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return
    const first = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line
    const last = source.tree.getLineAndCharacterOfPosition(node.getEnd()).line
    const length = last - first + 1
    if (length > limits.function)
      faults.push(`${source.name}:${lineOf(source, node)} 函数有 ${length} 行，上限 ${limits.function}`)
  })
  return faults
}
