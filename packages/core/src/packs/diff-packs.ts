import { canonicalText } from './canonical-text.ts'
import { type PackSectionId, packSections } from './pack-sections.ts'
import type { Pack } from './schema/pack.ts'

/** One difference between two packs, as a sentence for an official. */
export interface PackChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Section of the pack, e.g. parameters. */
  readonly section: string
  readonly id: string
  readonly sentence: string
}

const keyWords: Readonly<Record<string, string>> = {
  title: '名称',
  formula: '公式',
  standard: '标准',
  unit: '单位',
  grain: '评价对象',
  basis: '依据',
  verified: '核实情况',
  evidence: '佐证材料',
  responsible: '责任部门',
  rule: '审核关系式',
  kind: '类别',
  sides: '左右两边',
  tolerance: '容差',
  peers: '同类条件',
  size: '规模分组',
  compare: '比较的栏',
  advice: '处理建议',
  verifier: '审核单位',
  personal: '个人信息类别',
  severity: '审核类型',
  message: '提示',
  when: '条件',
  accepts: '收哪些文件',
  members: '成员',
  items: '项目',
  values: '取值',
  columns: '列',
  sheets: '表',
  like: '沿用',
  codes: '代码',
  ordered: '高低次序',
  gap: '差额求解',
  points: '分值',
  score: '计分办法',
  levels: '等级',
  ladder: '等次',
  full: '满分',
  sections: '评估部分',
  not_applicable: '不适用的项目',
  met: '达标等次',
  adjustments: '加分扣分',
  limit: '合计上限',
  addition_limit: '加分合计上限',
  deduction_limit: '扣分合计上限',
  rating: '评分定等',
  to: '等次',
  window_years: '追溯年数',
  display: '显示规则',
  since: '起期',
  until: '止期',
  for: '适用对象',
  reason: '理由',
  transitional: '过渡标准',
  jurisdiction: '适用地区',
  synonyms: '别名',
  type: '类型',
  required: '必填',
  applicable: '适用条件',
  min: '下限',
  max: '上限',
  note: '说明',
  states: '状态',
  steps: '步骤',
  exits: '去向',
  start: '起始状态',
  owner: '责任层级',
  clock: '期限',
  by: '办理层级',
  from: '原状态',
  proof: '证明材料',
  at_least: '至少次数',
  relapse: '反复辍学的天数',
  paragraphs: '正文',
  number: '文号',
}

/** What changes from `before` to `after`, section by section, numbers first said as numbers. */
export function diffPacks(before: Pack, after: Pack): PackChange[] {
  const changes = diffManifest(before, after)
  for (const [section, word] of packSections) {
    changes.push(...diffSection({ section, word }, entriesOf(before, section), entriesOf(after, section)))
  }
  if (canonicalText(before.verdict) !== canonicalText(after.verdict)) {
    const sentence = `总体结论的判定由“${before.verdict?.formula ?? '（无）'}”改为“${after.verdict?.formula ?? '（无）'}”。`
    changes.push({ kind: 'changed', section: 'verdict', id: 'verdict', sentence })
  }
  return changes
}

interface Entry {
  readonly id: string
  readonly title: string
}

/** A derived column has no name of its own: it is the column of its register. */
function entriesOf(pack: Pack, section: PackSectionId): readonly Entry[] {
  if (section !== 'derive') return pack[section] ?? []
  return (pack.derive ?? []).flatMap(({ register: id, when, columns }) => {
    const register = pack.registers.find((one) => one.id === id)
    return Object.entries(columns).map(([column, formula]) => ({
      id: `${id}.${column}`,
      title: `${register?.title ?? id}.${register?.columns.find((one) => one.id === column)?.title ?? column}`,
      formula,
      ...(when !== undefined && { when }),
    }))
  })
}

function diffSection(
  { section, word }: { readonly section: PackSectionId; readonly word: string },
  before: readonly Entry[],
  after: readonly Entry[],
): PackChange[] {
  const old = new Map(before.map((entry) => [entry.id, entry]))
  const now = new Map(after.map((entry) => [entry.id, entry]))
  const removed = before
    .filter((entry) => !now.has(entry.id))
    .map((entry): PackChange => ({ kind: 'removed', section, id: entry.id, sentence: `删去${word}“${entry.title}”。` }))
  const rest = after.flatMap((entry): PackChange[] => {
    const earlier = old.get(entry.id)
    if (earlier === undefined)
      return [{ kind: 'added', section, id: entry.id, sentence: `新增${word}“${entry.title}”。` }]
    return differences(`${word}“${entry.title}”`, earlier, entry).map((sentence) => ({
      kind: 'changed',
      section,
      id: entry.id,
      sentence,
    }))
  })
  return [...removed, ...rest]
}

function differences(name: string, before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const keys = [...new Set([...old.keys(), ...now.keys()])]
  return keys
    .filter((key) => canonicalText(old.get(key)) !== canonicalText(now.get(key)))
    .flatMap((key) => differencesOfKey(name, key, old.get(key), now.get(key)))
}

function differencesOfKey(name: string, key: string, before: unknown, after: unknown): string[] {
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(name, key, before, after)
  return [`${name}的${keyWords[key] ?? key}由“${brief(before)}”改为“${brief(after)}”。`]
}

/** Entries of an inner list are matched by their identity (id, or the dates and dimensions of a parameter value). */
function listDifferences(name: string, key: string, before: readonly unknown[], after: readonly unknown[]): string[] {
  const [old, now] = [indexed(before), indexed(after)]
  const word = keyWords[key] ?? key
  const gone = [...old.keys()]
    .filter((id) => !now.has(id))
    .map((id) => `${name}删去${word}：${id}（${brief(old.get(id))}）。`)
  const rest = [...now].flatMap(([id, item]) => {
    if (!old.has(id)) return [`${name}新增${word}：${id}（${brief(item)}）。`]
    if (canonicalText(old.get(id)) === canonicalText(item)) return []
    const [from, to] = [brief(old.get(id)), brief(item)]
    const what = `${name}的${word}“${id}”`
    return from === to ? differences(what, asObject(old.get(id)), asObject(item)) : [`${what}由“${from}”改为“${to}”。`]
  })
  return [...gone, ...rest]
}

function indexed(list: readonly unknown[]): Map<string, unknown> {
  return new Map(list.map((item, index) => [identityOf(item, index), item]))
}

function identityOf(item: unknown, index: number): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const fields = new Map<string, unknown>(Object.entries(item))
  if (fields.has('id') || fields.has('code'))
    return String(fields.get('title') ?? fields.get('id') ?? fields.get('code'))
  if (fields.has('since')) {
    const dimension = Object.values(fields.get('for') ?? {}).join('、')
    return [dimension, `${String(fields.get('since'))} 起`, fields.get('when')].filter(Boolean).join('，')
  }
  return `第 ${index + 1} 项`
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : { value })

/** The telling part of a value, short enough for a sentence. */
function brief(value: unknown): string {
  if (value === undefined) return '（无）'
  if (typeof value !== 'object' || value === null) return shorten(String(value))
  const fields = new Map<string, unknown>(Object.entries(value))
  const telling = fields.get('value') ?? fields.get('title') ?? fields.get('formula')
  return telling === undefined ? shorten(canonicalText(value)) : shorten(String(telling))
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 78)}……` : text
}

function diffManifest(before: Pack, after: Pack): PackChange[] {
  return differences('标准包', before.pack, after.pack).map((sentence) => ({
    kind: 'changed',
    section: 'pack',
    id: after.pack.id,
    sentence,
  }))
}
