import { nearestName } from '../../formula/index.ts'
import type { SourcedPack } from '../join-packs.ts'
import type { PackPath, PackSource } from '../parse-pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Authority, Change, Overlay } from '../schema/overlay.ts'

import { type ChangeFault, changeEntry, emptied, removeItems } from './change-entry.ts'
import { type Draft, type DraftEntry, entriesOf, newEntry, packOf, sourceOf, startDraft } from './draft.ts'
import { manifestProblems, tailoredManifest } from './tailored-manifest.ts'

export interface SourcedOverlay {
  readonly overlay: Overlay
  readonly source: PackSource
}

/** One thing that an overlay does, and the pack as it stands afterwards. */
export interface TailoringStep {
  readonly kind: 'added' | 'changed' | 'dropped'
  readonly section: string
  readonly id: string
  readonly title: string
  /** Place in the overlay's files. */
  readonly place: Omit<PackProblem, 'code' | 'message'>
  readonly authority: Authority | undefined
  readonly after: Draft
}

export interface TailoredPack {
  /** The tailored pack with the places of its parts in the files of both. */
  readonly joined: SourcedPack
  /** The higher level's pack as the first step finds it. */
  readonly start: Draft
  readonly steps: readonly TailoringStep[]
  readonly problems: readonly PackProblem[]
}

/** Added first: changes may name them. Sections and ratings before changes, which may name them in the verdict. */
const before = [
  'dimensions',
  'grains',
  'codes',
  'registers',
  'statistics',
  'parameters',
  'elements',
  'indicators',
] as const
const named = [
  ...['groups', 'outliers', 'derive', 'counts', 'gathers', 'forms', 'reports', 'sections', 'ratings'],
  ...['clocks', 'placements', 'doses', 'care', 'diagnoses'],
] as const
const after = ['effects', 'checks'] as const

/** The pack that an overlay makes of the one it tailors, step by step. */
export function tailorPack(base: SourcedPack, { overlay, source }: SourcedOverlay): TailoredPack {
  const start = startDraft({ pack: tailoredManifest(base.pack, overlay), source: base.source })
  const making: Making = { draft: start, steps: [], problems: manifestProblems(base.pack, overlay, source), source }
  for (const section of [...before, ...named]) addEntries(making, section, overlay[section] ?? [])
  for (const [index, change] of (overlay.changes ?? []).entries()) applyChange(making, change, ['changes', index])
  for (const section of after) addEntries(making, section, overlay[section] ?? [])
  const golden = entriesOf('golden', overlay.golden ?? [], source)
  const manifest = {
    ...newEntry(base.pack.pack, source, ['pack']),
    fields: making.draft.single.get('pack')?.fields ?? {},
  }
  const done = {
    lists: new Map([...making.draft.lists, ['golden', golden]]),
    single: new Map([...making.draft.single, ['pack', manifest]]),
  }
  return {
    joined: { pack: packOf(done), source: sourceOf(done, source) },
    start,
    steps: making.steps,
    problems: making.problems,
  }
}

interface Making {
  draft: Draft
  readonly steps: TailoringStep[]
  readonly problems: PackProblem[]
  readonly source: PackSource
}

function addEntries(making: Making, section: string, list: readonly object[]): void {
  for (const [index, content] of list.entries()) {
    const entry = newEntry(content, making.source, [section, index])
    const lists = new Map([...making.draft.lists, [section, [...(making.draft.lists.get(section) ?? []), entry]]])
    making.draft = { ...making.draft, lists }
    const place = making.source.place([section, index])
    making.steps.push({ kind: 'added', section, ...nameOf(entry), place, authority: undefined, after: making.draft })
  }
}

function applyChange(making: Making, change: Change, path: PackPath): void {
  const entry = findEntry(making.draft, change)
  const fault = entry === undefined ? unknownEntry(making.draft, change) : emptyChange(change)
  if (fault !== undefined || entry === undefined) {
    making.problems.push(...(fault === undefined ? [] : [placed(making, path, fault)]))
    return
  }
  const isDropped = 'drop' in change && change.drop === true
  const { entry: now, faults } = changeEntry(entry, { change, source: making.source, path })
  const changed = isDropped
    ? withoutEntry(making.draft, change.in, entry)
    : withEntry(making.draft, change.in, entry, now)
  const all = isDropped && isEmptied(changed) ? [...faults, emptied(['drop'])] : faults
  making.problems.push(...all.map((one) => placed(making, path, one)))
  if (all.length > 0) return
  making.draft = changed
  const place = making.source.place(path)
  const kind = isDropped ? 'dropped' : 'changed'
  making.steps.push({
    kind,
    section: change.in,
    ...nameOf(entry),
    place,
    authority: change.authority,
    after: making.draft,
  })
}

const placed = ({ source }: Making, path: PackPath, { path: inner, ...fault }: ChangeFault): PackProblem => ({
  ...fault,
  ...source.place([...path, ...inner]),
})

function findEntry(draft: Draft, change: Change): DraftEntry | undefined {
  if (change.in === 'verdict') return draft.single.get('verdict')
  return draft.lists.get(change.in)?.find(({ fields }) => fields.id === change.id)
}

function unknownEntry(draft: Draft, change: Change): ChangeFault {
  if (change.in === 'verdict')
    return { path: ['in'], code: 'unknown_reference', message: '上级标准包没有总结论的公式，无从修改。' }
  const known = (draft.lists.get(change.in) ?? []).map(({ fields }) => String(fields.id))
  const near = nearestName(change.id, known)
  return {
    path: ['id'],
    code: 'unknown_reference',
    message: `上级标准包的 ${change.in} 里没有“${change.id}”。`,
    ...(near !== undefined && {
      suggestion: `是否为“${near}”？新增的不写在 changes 里，直接写在 ${change.in}: 下面。`,
    }),
  }
}

function emptyChange(change: Change): ChangeFault | undefined {
  const does = ['set', 'add', 'remove', 'drop'].some((key) => key in change)
  return does
    ? undefined
    : {
        path: [],
        code: 'empty_change',
        message: '这一条没有写改什么。',
        suggestion: '用 set 改写，用 add 增加，用 remove 去掉；整条删去写 drop: true。',
      }
}

function withEntry(draft: Draft, section: string, old: DraftEntry, now: DraftEntry): Draft {
  if (section === 'verdict') return { ...draft, single: new Map([...draft.single, [section, now]]) }
  const list = (draft.lists.get(section) ?? []).map((entry) => (entry === old ? now : entry))
  return { ...draft, lists: new Map([...draft.lists, [section, list]]) }
}

/** An indicator that is dropped leaves the sections and groups that hold it. */
function withoutEntry(draft: Draft, section: string, old: DraftEntry): Draft {
  const lists = new Map(draft.lists)
  lists.set(
    section,
    (lists.get(section) ?? []).filter((entry) => entry !== old),
  )
  if (section === 'indicators') {
    for (const [holder, key] of [
      ['sections', 'items'],
      ['groups', 'members'],
    ] as const) {
      const ids = new Set([old.fields.id])
      lists.set(
        holder,
        (lists.get(holder) ?? []).map((entry) => removeItems(entry, key, ids)),
      )
    }
  }
  return { ...draft, lists }
}

const isEmptied = ({ lists }: Draft): boolean =>
  [['sections', 'items'] as const, ['groups', 'members'] as const].some(([holder, key]) =>
    (lists.get(holder) ?? []).some(({ fields }) => Array.isArray(fields[key]) && fields[key].length === 0),
  )

function nameOf({ fields }: DraftEntry): { readonly id: string; readonly title: string } {
  const id = String(fields.id ?? fields.register ?? 'verdict')
  return { id, title: String(fields.title ?? id) }
}
