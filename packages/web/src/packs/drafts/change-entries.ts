import type { PackEdit, PackEntry } from '@eduduty/core/packs'
import { entryKey } from './located.ts'
import { draftMessages } from './messages.ts'
import { freeId, newEntry } from './new-entry.ts'

interface Changed {
  readonly edit: PackEdit
  /** Where the entry stands afterwards. */
  readonly key: string
}

const listOf = (entries: readonly PackEntry[], section: string, file: string): readonly PackEntry[] =>
  entries.filter((entry) => entry.section === section && entry.file === file)

/** Puts a new entry behind the last of its section, in the same file; the first of all into a file of its own. */
export function addEntry(entries: readonly PackEntry[], section: string): Changed | undefined {
  const there = entries.filter((entry) => entry.section === section)
  const manifest = entries.find((entry) => entry.section === 'pack')
  const since = String(manifest?.content.since ?? '')
  const value = newEntry(
    section,
    freeId(
      section,
      there.map(({ id }) => id),
    ),
    since,
  )
  if (value === undefined) return undefined
  const file = there.at(-1)?.file ?? `${section}.yaml`
  const at = listOf(entries, section, file).length
  return { edit: { kind: 'insert', file, path: [section], at, value }, key: entryKey({ file, path: [section, at] }) }
}

export function copyEntry(entries: readonly PackEntry[], entry: PackEntry): Changed {
  const { section, file, path, content, title } = entry
  const taken = entries.filter((one) => one.section === section).map(({ id }) => id)
  const at = Number(path[1]) + 1
  const value = {
    ...content,
    ...(content.id !== undefined && { id: freeId(section, taken) }),
    ...(content.title !== undefined && { title: draftMessages.entry.copyTitle(title) }),
  }
  return { edit: { kind: 'insert', file, path: [section], at, value }, key: entryKey({ file, path: [section, at] }) }
}

export function removeEntry({ section, file, path }: PackEntry): PackEdit {
  return path.length === 1
    ? { kind: 'set', file, path: [section], value: undefined }
    : { kind: 'remove', file, path: [section], at: Number(path[1]) }
}

/** One place up (-1) or down (1) among the entries of the same file; undefined at the end. */
export function moveEntry(entries: readonly PackEntry[], entry: PackEntry, by: -1 | 1): Changed | undefined {
  const { section, file, path } = entry
  const from = Number(path[1])
  const to = from + by
  if (path.length === 1 || to < 0 || to >= listOf(entries, section, file).length) return undefined
  return { edit: { kind: 'move', file, path: [section], from, to }, key: entryKey({ file, path: [section, to] }) }
}
