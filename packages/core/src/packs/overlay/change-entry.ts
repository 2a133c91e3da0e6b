import type { PackPath, PackSource } from '../parse-pack.ts'
import { type DraftEntry, fieldsOf, placeIn } from './draft.ts'

/** A change with the place that it stands at in the overlay's files. */
export interface PlacedChange {
  readonly change: object
  readonly source: PackSource
  readonly path: PackPath
}

/** A fault of a change: where in the change, what, and what to do. */
export interface ChangeFault {
  readonly path: PackPath
  readonly code: string
  readonly message: string
  readonly suggestion?: string
}

export interface ChangedEntry {
  readonly entry: DraftEntry
  readonly faults: readonly ChangeFault[]
}

/** Writes fields anew, then adds to lists, then takes out of lists: what the change says of one entry. */
export function changeEntry(entry: DraftEntry, placed: PlacedChange): ChangedEntry {
  const { set, add, remove } = Object.fromEntries(Object.entries(placed.change))
  const faults: ChangeFault[] = []
  let changed = entry
  for (const [key, value] of Object.entries(fieldsOf(set))) changed = setField(changed, key, value, placed)
  for (const [key, items] of Object.entries(fieldsOf(add))) {
    faults.push(...alreadyThere(changed, key, listOf(items)))
    changed = addItems(changed, key, listOf(items), placed)
  }
  for (const [key, ids] of Object.entries(fieldsOf(remove))) {
    faults.push(...notThere(changed, key, listOf(ids)))
    changed = removeItems(changed, key, new Set(listOf(ids)))
    if (key === 'items' && listOf(changed.fields.items).length === 0) faults.push(emptied(['remove', key]))
  }
  return { entry: changed, faults }
}

function setField(entry: DraftEntry, key: string, value: unknown, { source, path }: PlacedChange): DraftEntry {
  const marks = [...entry.marks].filter(([at]) => !at.startsWith(`${key}/`))
  return {
    ...entry,
    fields: { ...entry.fields, [key]: value },
    marks: new Map([...marks, [key, { source, path: [...path, 'set', key] }]]),
  }
}

function addItems(entry: DraftEntry, key: string, items: readonly unknown[], placed: PlacedChange): DraftEntry {
  const before = listOf(entry.fields[key])
  const marks = items.map((_, at) => {
    const path = [...placed.path, 'add', key, at]
    return [`${key}/${before.length + at}`, { source: placed.source, path }] as const
  })
  return {
    ...entry,
    fields: { ...entry.fields, [key]: [...before, ...items] },
    marks: new Map([...entry.marks, ...marks]),
  }
}

/** Takes items out of a list of an entry; those that remain keep the places they came from. */
export function removeItems(entry: DraftEntry, key: string, ids: ReadonlySet<unknown>): DraftEntry {
  const kept = listOf(entry.fields[key]).flatMap((item, at) => (ids.has(idOf(item)) ? [] : [{ item, at }]))
  const others = [...entry.marks].filter(([at]) => !at.startsWith(`${key}/`))
  const marks = kept.map(({ at }, now) => [`${key}/${now}`, placeIn(entry, [key, at])] as const)
  return {
    ...entry,
    fields: { ...entry.fields, [key]: kept.map(({ item }) => item) },
    marks: new Map([...others, ...marks]),
  }
}

function alreadyThere(entry: DraftEntry, key: string, items: readonly unknown[]): ChangeFault[] {
  const known = new Set(listOf(entry.fields[key]).map(idOf))
  return items.flatMap((item, at) =>
    typeof idOf(item) === 'string' && known.has(idOf(item))
      ? [
          {
            path: ['add', key, at],
            code: 'already_there',
            message: `“${String(idOf(item))}”上级标准包里已经有了。`,
            suggestion: '删去这一处；要改已有的，写在 set 里。',
          },
        ]
      : [],
  )
}

function notThere(entry: DraftEntry, key: string, ids: readonly unknown[]): ChangeFault[] {
  const known = listOf(entry.fields[key]).map(idOf)
  return ids.flatMap((id, at) =>
    known.includes(id)
      ? []
      : [
          {
            path: ['remove', key, at],
            code: 'unknown_reference',
            message: `上级标准包的这一条里没有“${String(id)}”，无从去掉。`,
            suggestion: `可用：${known.map(String).join('、')}。`,
          },
        ],
  )
}

/** A section or group that holds nothing judges nothing. */
export const emptied = (path: PackPath): ChangeFault => ({
  path,
  code: 'nothing_left',
  message: '去掉之后这一支（组）里一项也不剩。',
  suggestion: '至少留一项；整支不要的，改总结论的公式（in: verdict），不再用到它。',
})

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const idOf = (item: unknown): unknown => (typeof item === 'object' && item !== null && 'id' in item ? item.id : item)
