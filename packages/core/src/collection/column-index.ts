import type { Column, Register } from '../packs/index.ts'
import { headingKey, similarity } from './heading.ts'

/** How a heading was recognised, best first. */
export type MatchedBy = 'mapping' | 'title' | 'synonym' | 'similar'

/** A register column that a heading may stand for. */
export interface ColumnMatch {
  readonly column: Column
  readonly by: MatchedBy
}

/** Headings of one register by normal form, made once per register and reused for every sheet. */
export interface ColumnIndex {
  readonly register: Register
  readonly titles: ReadonlyMap<string, readonly Column[]>
  readonly synonyms: ReadonlyMap<string, readonly Column[]>
  readonly plain: readonly { readonly key: string; readonly core: string; readonly column: Column }[]
  /** Answers given before: the same forms come again and again. Nothing depends on what is remembered. */
  readonly known: Map<string, readonly ColumnMatch[]>
  readonly nearest: Map<string, Column | undefined>
}

/** Words that change nothing about what is counted. */
const WEAK = /总数|总人数|人数|个数|数量|数额|总额|总值|总|的|数|情况|名称|全部|合计|本校|学校|及|和|与|等|者|值/g
/** Words that make two otherwise like headings two different figures. */
const TELLING = [
  '小学',
  '初中',
  '高中',
  '幼儿',
  '学前',
  '预算',
  '决算',
  '男',
  '女',
  '专科',
  '本科',
  '硕士',
  '博士',
  '音乐',
  '美术',
  '体育',
  '艺术',
  '转入',
  '转出',
  '死亡',
  '公办',
  '民办',
  '不含',
  '不',
  '非',
  '未',
  '计划',
  '实际',
  '入学',
  '毕业',
  '农村',
  '城',
  '乡',
  '骨干',
  '平均',
  '面积',
  '间',
  '率',
  '比',
  '上年',
  '上一年',
  '去年',
  '新增',
  '应',
  '已',
  '内',
  '外',
  '室',
  '馆',
  '生均',
  '收入',
  '支出',
  '转',
] as const

/** Prepares a register for `matchHeading`. */
export function indexColumns(register: Register): ColumnIndex {
  const titles = new Map<string, Column[]>()
  const synonyms = new Map<string, Column[]>()
  for (const column of register.columns) {
    add(titles, headingKey(column.title), column)
    for (const synonym of column.synonyms ?? []) add(synonyms, headingKey(synonym), column)
  }
  const plain = register.columns.flatMap((column) =>
    [column.title, ...(column.synonyms ?? [])].map((text) => ({ key: headingKey(text), core: coreOf(text), column })),
  )
  return { register, titles, synonyms, plain, known: new Map(), nearest: new Map() }
}

/** What a heading says without weak words and without remarks in brackets that change nothing, as （账面原值）. */
function coreOf(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, (inner) => (TELLING.some((word) => inner.includes(word)) ? inner : ''))
  return headingKey(bare).replace(WEAK, '')
}

function add(map: Map<string, Column[]>, key: string, column: Column): void {
  if (key === '') return
  const held = map.get(key)
  if (held === undefined) map.set(key, [column])
  else if (!held.includes(column)) held.push(column)
}

/**
 * Columns that a heading may stand for. `path` is the merged headings above it, outermost first, and the heading last.
 * More than one match means that the heading alone does not decide.
 */
export function matchHeading(
  index: ColumnIndex,
  path: readonly string[],
  allowSimilar: boolean,
): readonly ColumnMatch[] {
  const asked = `${allowSimilar ? '~' : ''}${path.join('\n')}`
  const known = index.known.get(asked)
  if (known !== undefined) return known
  const found = findMatches(index, path, allowSimilar)
  if (index.known.size > REMEMBERED) index.known.clear()
  index.known.set(asked, found)
  return found
}

const REMEMBERED = 10_000

function findMatches(index: ColumnIndex, path: readonly string[], allowSimilar: boolean): readonly ColumnMatch[] {
  const keys = path.map(headingKey).filter((key) => key !== '')
  const leaf = keys.at(-1)
  if (leaf === undefined) return []
  const wholes = keys.length > 1 ? combine(keys) : []
  for (const [by, map] of [
    ['title', index.titles],
    ['synonym', index.synonyms],
  ] as const) {
    for (const key of wholes) {
      const found = map.get(key)
      if (found !== undefined) return preferGroup(found, keys).map((column) => ({ column, by }))
    }
  }
  for (const [by, map] of [
    ['title', index.titles],
    ['synonym', index.synonyms],
  ] as const) {
    const found = map.get(leaf)
    if (found !== undefined) return preferGroup(found, keys).map((column) => ({ column, by }))
  }
  return allowSimilar ? matchSimilar(index, [path.at(-1) ?? leaf, ...wholes]) : []
}

/** Group and title joined in every way that forms do: 小学教师/专科, 专科（小学教师）. */
function combine(keys: readonly string[]): readonly string[] {
  const leaf = keys.at(-1) ?? ''
  const above = keys.slice(0, -1).reverse()
  const joined = above.flatMap((group) => [`${group}${leaf}`, `${leaf}${group}`])
  return [keys.join(''), ...joined]
}

function preferGroup(columns: readonly Column[], keys: readonly string[]): readonly Column[] {
  if (columns.length < 2) return columns
  const grouped = columns.filter((column) => column.group !== undefined && keys.includes(headingKey(column.group)))
  return grouped.length > 0 ? grouped : columns
}

function matchSimilar(index: ColumnIndex, texts: readonly string[]): readonly ColumnMatch[] {
  for (const text of texts) {
    const key = headingKey(text)
    if (key.length < 4) continue
    const core = coreOf(text)
    const same = core.length < 3 ? [] : index.plain.filter((entry) => entry.core === core)
    const near = same.length > 0 ? same : index.plain.filter((entry) => isNear(key, entry.key))
    const columns = [...new Set(near.map((entry) => entry.column))]
    if (columns.length > 0) return columns.map((column) => ({ column, by: 'similar' }))
  }
  return []
}

function isNear(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 4 || similarity(left, right) < 0.85) return false
  if (left.replace(/\D/g, '') !== right.replace(/\D/g, '')) return false
  return TELLING.every((word) => left.includes(word) === right.includes(word))
}

/** The column whose title looks most like a heading, for advice only. */
export function findNearestColumn(index: ColumnIndex, heading: string): Column | undefined {
  const key = headingKey(heading)
  if (index.nearest.has(key)) return index.nearest.get(key)
  let best: { column: Column; score: number } | undefined
  for (const entry of index.plain) {
    const score = similarity(key, entry.key)
    if (score > (best?.score ?? 0.45)) best = { column: entry.column, score }
  }
  if (index.nearest.size > REMEMBERED) index.nearest.clear()
  index.nearest.set(key, best?.column)
  return best?.column
}
