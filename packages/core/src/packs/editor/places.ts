import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { FilePath } from './plain-edit.ts'

export type BlockOrFlow = YAMLMap | YAMLSeq

/** The node at a path of a document. */
export function nodeAt(root: unknown, path: FilePath): unknown {
  return path.reduce<unknown>((node, step) => {
    if (isMap(node)) return pairOf(node, step)?.value
    return isSeq(node) ? node.items[Number(step)] : undefined
  }, root)
}

export function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
}

export const isNodeWithRange = (node: unknown): node is Node & { range: [number, number, number] } =>
  (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && Array.isArray(node.range)

export const startOf = (node: unknown): number => (isNodeWithRange(node) ? node.range[0] : -1)

/** Where the visible content of a node ends; the comment behind it and the line break do not belong to it. */
export function endOf(text: string, node: unknown): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) {
    const last: unknown = node.items.at(-1)
    return isMap(node) ? endOfPair(text, node.items.at(-1)) : endOf(text, last)
  }
  return isNodeWithRange(node) ? text.slice(0, node.range[1]).trimEnd().length : -1
}

/** A key with nothing behind it ends at its colon. */
export function endOfPair(text: string, pair: Pair | undefined): number {
  const key = endOf(text, pair?.key)
  const colon = text.indexOf(':', key) + 1
  return Math.max(endOf(text, pair?.value), colon)
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Behind the line break of the line; the end of the text on the last line. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found + 1
}

export const columnOf = (text: string, at: number): number => at - lineStart(text, at)

/** The dash of a block entry. */
export function dashOf(text: string, item: unknown): number {
  return text.lastIndexOf('-', startOf(item) - 1)
}

/** Start of an entry with the comment lines right above it; what stands above the first belongs to the list. */
export function leadStart(text: string, seq: YAMLSeq, index: number): number {
  let at = lineStart(text, dashOf(text, seq.items[index]))
  const floor = index === 0 ? at : lineEnd(text, endOf(text, seq.items[index - 1]))
  while (at > floor) {
    const above = lineStart(text, at - 1)
    if (above < floor || !/^\s*#/.test(text.slice(above, at))) break
    at = above
  }
  return at
}
