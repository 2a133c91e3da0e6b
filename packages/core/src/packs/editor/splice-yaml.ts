import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { columnOf, dashOf, endOf, endOfPair, leadStart, lineEnd, lineStart, nodeAt, pairOf, startOf } from './places.ts'
import type { ContentEdit, FilePath } from './plain-edit.ts'
import { blockText, flowText, indented, scalarText } from './yaml-text.ts'

type Root = unknown

const put = (text: string, start: number, end: number, by: string): string =>
  `${text.slice(0, start)}${by}${text.slice(end)}`

/** Where whole lines are added, the line before must be finished. */
function addLines(text: string, at: number, lines: string): string {
  const open = at > 0 && text[at - 1] !== '\n' ? '\n' : ''
  return put(text, at, at, `${open}${lines}\n`)
}

/**
 * The text after an edit, with every character beside it as it was; undefined where the text is written in a way that
 * this does not know. What it gives must be read again and compared by its caller.
 */
export function spliced(text: string, root: Root, edit: ContentEdit): string | undefined {
  if (edit.kind === 'set') return setIn(text, root, edit.path, edit.value)
  const list = nodeAt(root, edit.path)
  if (edit.kind === 'insert')
    return isSeq(list) && list.items.length > 0
      ? insertInto(text, list, edit.at, edit.value)
      : setIn(text, root, edit.path, [edit.value])
  if (!isSeq(list)) return undefined
  if (edit.kind === 'move') return list.flow === true ? undefined : moveIn(text, list, edit.from, edit.to)
  if (list.items.length === 1) return setIn(text, root, edit.path, [])
  return removeFrom(text, list, edit.at)
}

function setIn(text: string, root: Root, path: FilePath, value: unknown): string | undefined {
  const step = path.at(-1)
  const parent = nodeAt(root, path.slice(0, -1))
  if (step === undefined) return undefined
  if (isSeq(parent)) {
    const item = parent.items[Number(step)]
    if (value === undefined || !isScalar(item) || isDeep(value)) return undefined
    return put(text, startOf(item), endOf(text, item), scalarText(value, item, parent.flow === true))
  }
  if (isMap(parent) && parent.items.length > 0) return setPair(text, parent, step, value)
  if (value === undefined) return text
  if (path.length === 1) return addLines(text, text.length, blockText({ [step]: value }))
  return setIn(text, root, path.slice(0, -1), { [step]: value })
}

function setPair(text: string, map: YAMLMap, key: string | number, value: unknown): string | undefined {
  const pair = pairOf(map, key)
  const inFlow = map.flow === true
  if (value === undefined) return pair === undefined ? text : removePair(text, map, key)
  if (pair === undefined) return addPair(text, map, key, value)
  const { value: before } = pair
  if (isScalar(before) && !isDeep(value) && !isBlockScalar(before.type) && startOf(before) < endOf(text, before))
    return put(text, startOf(before), endOf(text, before), scalarText(value, before, inFlow))
  const start = startOf(pair.key)
  const written = inFlow ? `${key}: ${flowText(value)}` : indented(blockText({ [key]: value }), columnOf(text, start))
  return put(text, start, endOfPair(text, pair), written)
}

function addPair(text: string, map: YAMLMap, key: string | number, value: unknown): string {
  const end = endOfPair(text, map.items.at(-1))
  if (map.flow === true) return put(text, end, end, `, ${key}: ${flowText(value)}`)
  const column = columnOf(text, startOf(map.items[0]?.key))
  const lines = `${' '.repeat(column)}${indented(blockText({ [key]: value }), column)}`
  return addLines(text, lineEnd(text, end), lines)
}

function removePair(text: string, map: YAMLMap, key: string | number): string | undefined {
  const at = map.items.findIndex((item) => isScalar(item.key) && String(item.key.value) === String(key))
  const pair = map.items[at]
  if (map.items.length === 1) return undefined
  const start = startOf(pair?.key)
  const end = endOfPair(text, pair)
  if (map.flow === true)
    return at === 0
      ? put(text, start, startOf(map.items[1]?.key), '')
      : put(text, endOfPair(text, map.items[at - 1]), end, '')
  // The first key of an entry stands behind its dash: the next one takes its place.
  if (text.slice(lineStart(text, start), start).trim() !== '') return put(text, start, startOf(map.items[1]?.key), '')
  return put(text, lineStart(text, start), lineEnd(text, end), '')
}

function insertInto(text: string, seq: YAMLSeq, at: number, value: unknown): string {
  const last = seq.items.length - 1
  if (seq.flow === true) {
    const before = seq.items[Math.min(at, last)]
    return at > last
      ? put(text, endOf(text, before), endOf(text, before), `, ${flowText(value)}`)
      : put(text, startOf(before), startOf(before), `${flowText(value)}, `)
  }
  const column = columnOf(text, dashOf(text, seq.items[0]))
  const lines = `${' '.repeat(column)}- ${indented(blockText(value), column + 2)}`
  const place = at > last ? lineEnd(text, endOf(text, seq.items[last])) : leadStart(text, seq, at)
  return addLines(text, place, lines)
}

function removeFrom(text: string, seq: YAMLSeq, at: number): string {
  const item = seq.items[at]
  const end = endOf(text, item)
  if (seq.flow === true)
    return at === 0
      ? put(text, startOf(item), startOf(seq.items[1]), '')
      : put(text, endOf(text, seq.items[at - 1]), end, '')
  return put(text, lineStart(text, dashOf(text, item)), lineEnd(text, end), '')
}

/** Each entry is moved with the comment right above it; blank lines stay behind the entry that they follow. */
function moveIn(text: string, seq: YAMLSeq, from: number, to: number): string | undefined {
  const starts = seq.items.map((_, index) => leadStart(text, seq, index))
  const [first] = starts
  if (first === undefined) return undefined
  const end = lineEnd(text, endOf(text, seq.items.at(-1)))
  const parts = starts.map((start, index) => {
    const part = text.slice(start, starts[index + 1] ?? end)
    return part.endsWith('\n') ? part : `${part}\n`
  })
  const taken = parts.slice(from, from + 1)
  return put(
    text,
    first,
    end,
    parts
      .toSpliced(from, 1)
      .toSpliced(to, 0, ...taken)
      .join(''),
  )
}

const isDeep = (value: unknown): boolean =>
  (typeof value === 'object' && value !== null) || (typeof value === 'string' && value.includes('\n'))

const isBlockScalar = (type: unknown): boolean => type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
