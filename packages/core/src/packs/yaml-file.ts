import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import type { PackProblem } from './problem.ts'

export interface PackFile {
  /** Path relative to the pack's folder. */
  readonly path: string
  readonly text: string
}

export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
}

/** One YAML file of a pack, with the way back from a path in its content to the place in the text. */
export interface YamlFile {
  readonly file: PackFile
  readonly root: Node | undefined
  readonly problems: readonly PackProblem[]
  /** Place of the value at `path`; of its nearest parent when there is none. `key` points at the key instead. */
  locate(path: readonly (string | number)[], part?: 'key' | 'value'): Place
  /** Place of a character inside the text scalar at `path`; `text` is that text, `offset` counts in it. */
  locateInside(path: readonly (string | number)[], text: string, offset: number, length: number): Place
}

export function parseYamlFile(file: PackFile): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument<ParsedNode>(file.text, {
    lineCounter: lines,
    uniqueKeys: true,
    version: '1.2',
    merge: false,
  })
  const place = (start: number, end: number): Place => {
    const { line, col } = lines.linePos(start)
    return { file: file.path, line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, end - start) }
  }
  const root = document.contents ?? undefined
  // After the first mistake the reader is out of step: what it says further down helps nobody.
  const problems = document.errors.slice(0, 1).map(
    (error): PackProblem => ({
      code: 'yaml_syntax',
      message: `YAML 写法有误（${error.code}），这一行无法读取。`,
      suggestion: '检查缩进、冒号后的空格、引号是否成对；含有冒号、井号或以符号开头的文字要加引号。',
      ...place(error.pos[0], error.pos[1]),
    }),
  )
  return {
    file,
    root,
    problems,
    locate: (path, part = 'value') => {
      const [start, end] = rangeOf(root, path, part)
      return place(start, end)
    },
    locateInside: (path, text, offset, length) => {
      const [start, end] = rangeOf(root, path, 'value')
      const at = start + rawOffset(file.text.slice(start, end), text, offset)
      return place(at, at + length)
    },
  }
}

/** YAML folds lines and adds quotes, but keeps the order of visible characters: the n-th of the value is the n-th of the source. */
function rawOffset(raw: string, text: string, offset: number): number {
  const header = /^(?:[|>][-+0-9]*[^\n]*\n|["'])/.exec(raw)?.[0].length ?? 0
  let left = text.slice(0, offset).replace(/\s/gu, '').length
  let at = header
  while (at < raw.length && (left > 0 || /\s/u.test(raw.charAt(at)))) {
    if (!/\s/u.test(raw.charAt(at))) left -= 1
    at += 1
  }
  return Math.min(at, Math.max(0, raw.length - 1))
}

function rangeOf(root: Node | undefined, path: readonly (string | number)[], part: 'key' | 'value'): [number, number] {
  let node: unknown = root
  let range: [number, number] = spanOf(root) ?? [0, 1]
  path.forEach((step, index) => {
    const last = index === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      const wanted = last && part === 'key' ? pair?.key : (pair?.value ?? pair?.key)
      range = spanOf(wanted) ?? range
      node = isPair(pair) ? pair.value : undefined
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      range = spanOf(node) ?? range
    } else {
      node = undefined
    }
  })
  return range
}

/** A map or list is pointed at by its first character: underlining all of it says nothing. */
function spanOf(node: unknown): [number, number] | undefined {
  if (!isNode(node) || !node.range) return undefined
  const [start, end] = node.range
  return [start, isScalar(node) ? end : start + 1]
}
