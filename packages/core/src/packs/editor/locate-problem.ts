import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { endOf, endOfPair, startOf } from './places.ts'
import type { FilePath } from './plain-edit.ts'

/** Where a mistake stands: the value that it is in, and which characters of it. */
export interface LocatedProblem {
  readonly path: FilePath
  /** Characters of the value; absent when the mistake is about a key or a group. */
  readonly from?: number
  readonly to?: number
}

interface Placed {
  readonly line: number
  readonly column: number
  readonly length: number
}

/** The value of a file that a mistake is in. Lines and columns count from 1. */
export function locateProblem(text: string, { line, column, length }: Placed): LocatedProblem {
  const offset = offsetAt(text, line, column)
  const document = parseDocument(text, { version: '1.2', merge: false })
  const path: (string | number)[] = []
  let node: unknown = document.contents
  for (;;) {
    if (isMap(node)) {
      const pair = node.items.find((item) => startOf(item.key) <= offset && offset <= endOfPair(text, item))
      if (pair === undefined || !isScalar(pair.key)) return { path }
      path.push(String(pair.key.value))
      if (offset < endOf(text, pair.key)) return { path }
      node = pair.value
    } else if (isSeq(node)) {
      const at = node.items.findIndex((item) => startOf(item) <= offset && offset <= endOf(text, item))
      if (at < 0) return { path }
      path.push(at)
      node = node.items[at]
    } else {
      if (!isScalar(node) || typeof node.value !== 'string') return { path }
      const raw = text.slice(startOf(node), endOf(text, node))
      const from = offsetInValue(raw, node.value, offset - startOf(node))
      return { path, from, to: Math.min(node.value.length, from + length) }
    }
  }
}

/** Characters before a place of a text. */
export function offsetAt(text: string, line: number, column: number): number {
  let start = 0
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start)
    if (next < 0) break
    start = next + 1
  }
  return Math.min(text.length, start + column - 1)
}

/** YAML folds lines and adds quotes, but keeps the order of visible characters. */
function offsetInValue(raw: string, value: string, offset: number): number {
  const header = /^(?:[|>][-+0-9]*[^\n]*\n|["'])/.exec(raw)?.[0].length ?? 0
  let left = raw.slice(header, Math.max(header, offset)).replace(/\s/gu, '').length
  let at = 0
  while (at < value.length && (left > 0 || /\s/u.test(value.charAt(at)))) {
    if (!/\s/u.test(value.charAt(at))) left -= 1
    at += 1
  }
  return at
}

/** The name that a suggestion offers in the place of a wrong one; undefined when it offers none. */
export function offeredName(suggestion: string | undefined): string | undefined {
  return /^是(?:否为|否指|不是)?“([^”]+)”？?/.exec(suggestion ?? '')?.[1]
}

/** A text with the marked characters replaced. */
export function withReplaced(text: string, { line, column, length }: Placed, by: string): string {
  const start = offsetAt(text, line, column)
  return `${text.slice(0, start)}${by}${text.slice(start + length)}`
}
