import type { PackFile } from '../yaml-file.ts'
import { contentOf } from './edit-pack.ts'
import { type FilePath, isContent } from './plain-edit.ts'

/** An entry of a section with the place where it stands. */
export interface PackEntry {
  readonly file: string
  readonly section: string
  /** Within the file: ['indicators', 3]; ['pack'] for the manifest, ['verdict'] for the verdict. */
  readonly path: FilePath
  readonly id: string
  readonly title: string
  readonly content: Readonly<Record<string, unknown>>
}

export interface EntryList {
  readonly entries: readonly PackEntry[]
  /** Files that cannot be read just now: their entries are missing. */
  readonly unread: readonly string[]
}

/** By text: of many files only one changes at a time. */
const known = new Map<string, readonly PackEntry[] | undefined>()
const KEPT = 64

/** What the files of a pack hold, in the order of files and of entries. */
export function listEntries(files: readonly PackFile[]): EntryList {
  const entries: PackEntry[] = []
  const unread: string[] = []
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const found = entriesOf(file)
    if (found === undefined) unread.push(file.path)
    else entries.push(...found)
  }
  return { entries, unread }
}

function entriesOf(file: PackFile): readonly PackEntry[] | undefined {
  const key = `${file.path}\n${file.text}`
  if (known.has(key)) return known.get(key)
  const content = contentOf(file.text)
  const found =
    content === undefined
      ? undefined
      : Object.entries(content).flatMap(([section, value]) => entriesIn(file.path, section, value))
  const [oldest] = known.keys()
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest)
  known.set(key, found)
  return found
}

function entriesIn(file: string, section: string, value: unknown): PackEntry[] {
  const entry = (path: FilePath, content: unknown): PackEntry[] =>
    isContent(content) ? [{ file, section, path, ...named(content), content }] : []
  return Array.isArray(value) ? value.flatMap((item, index) => entry([section, index], item)) : entry([section], value)
}

const textIn = (content: Readonly<Record<string, unknown>>, key: string): string => {
  const value = content[key]
  return typeof value === 'string' ? value : ''
}

function named(content: Readonly<Record<string, unknown>>): { readonly id: string; readonly title: string } {
  const id = textIn(content, 'id') || textIn(content, 'register')
  return { id, title: textIn(content, 'title') || id || textIn(content, 'in') }
}
