import { Value } from 'typebox/value'
import type { SourcedPack } from '../join-packs.ts'
import type { PackPath, PackSource } from '../parse-pack.ts'
import { Pack } from '../schema/pack.ts'

type Fields = Readonly<Record<string, unknown>>

/** A place in the files of one of both packs. */
interface Origin {
  readonly source: PackSource
  readonly path: PackPath
}

/** One entry of a pack that is being tailored, with the places that its parts come from where these are others. */
export interface DraftEntry {
  readonly fields: Fields
  readonly origin: Origin
  /** By path inside the entry, joined with slashes. */
  readonly marks: ReadonlyMap<string, Origin>
}

/** A pack that is being tailored. Nothing of it is changed: each step makes a new one. */
export interface Draft {
  readonly lists: ReadonlyMap<string, readonly DraftEntry[]>
  /** Parts of the pack that are no lists: the manifest and the verdict. */
  readonly single: ReadonlyMap<string, DraftEntry>
}

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

export function startDraft({ pack, source }: SourcedPack): Draft {
  const lists = new Map<string, readonly DraftEntry[]>()
  const single = new Map<string, DraftEntry>()
  for (const [section, content] of Object.entries(pack)) {
    if (Array.isArray(content)) lists.set(section, entriesOf(section, content, source))
    else if (content !== undefined) single.set(section, newEntry(content, source, [section]))
  }
  return { lists, single }
}

export const newEntry = (content: unknown, source: PackSource, path: PackPath): DraftEntry => ({
  fields: fieldsOf(content),
  origin: { source, path },
  marks: new Map(),
})

export const entriesOf = (section: string, list: readonly unknown[], source: PackSource): readonly DraftEntry[] =>
  list.map((content, index) => newEntry(content, source, [section, index]))

/** The draft as a pack. @throws when a change made something of it that is no pack */
export function packOf({ lists, single }: Draft): Pack {
  const candidate: unknown = Object.fromEntries([
    ...[...single].map(([section, { fields }]) => [section, fields]),
    ...[...lists].map(([section, entries]) => [section, entries.map(({ fields }) => fields)]),
  ])
  if (!Value.Check(Pack, candidate)) throw new Error('A tailored pack has lost its shape')
  return candidate
}

/** Where the parts of the pack that the draft makes stand in the files of both packs. */
export function sourceOf(draft: Draft, fallback: PackSource): PackSource {
  const find = ([section, index, ...rest]: PackPath): Origin | undefined => {
    const single = draft.single.get(String(section))
    if (single !== undefined) return placeIn(single, index === undefined ? [] : [index, ...rest])
    const entry = draft.lists.get(String(section))?.[Number(index ?? 0)]
    return entry && placeIn(entry, rest)
  }
  return {
    place: (path, part) => {
      const at = find(path)
      return at === undefined ? fallback.place(path, part) : at.source.place(at.path, part)
    },
    inside: (path, ...text) => {
      const at = find(path)
      return at === undefined ? fallback.inside(path, ...text) : at.source.inside(at.path, ...text)
    },
  }
}

/** Where a part of an entry stands. */
export function placeIn({ origin, marks }: DraftEntry, path: PackPath): Origin {
  for (let length = path.length; length > 0; length -= 1) {
    const mark = marks.get(path.slice(0, length).join('/'))
    if (mark !== undefined) return { source: mark.source, path: [...mark.path, ...path.slice(length)] }
  }
  return { source: origin.source, path: [...origin.path, ...path] }
}
