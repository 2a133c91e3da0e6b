import { canonicalText, listEntries, type PackEntry, type PackFile } from '@eduduty/core/packs'

type Texts = ReadonlyMap<string, string>
const textsOf = (files: readonly PackFile[]): Texts => new Map(files.map(({ path, text }) => [path, text]))

/** The files that one side changed. */
export function changedPaths(before: readonly PackFile[], after: readonly PackFile[]): readonly string[] {
  const [old, now] = [textsOf(before), textsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path))
}

/** What has to be sent to make the one the other. */
export function savedParts(before: readonly PackFile[], after: readonly PackFile[]) {
  const changed = new Set(changedPaths(before, after))
  const now = textsOf(after)
  return {
    files: after.filter(({ path }) => changed.has(path)),
    removed: [...changed].filter((path) => !now.has(path)),
  }
}

/** Entries that one side changed, added or took away; of files that cannot be read, the file itself. */
export function changedEntries(
  before: readonly PackFile[],
  after: readonly PackFile[],
): readonly (PackEntry | string)[] {
  const paths = new Set(changedPaths(before, after))
  const of = (files: readonly PackFile[]) => listEntries(files.filter(({ path }) => paths.has(path)))
  const [old, now] = [of(before), of(after)]
  const keyOf = ({ section, id, title }: PackEntry): string => `${section} ${id || title}`
  const contents = new Map(old.entries.map((entry) => [keyOf(entry), canonicalText(entry.content)]))
  const changed = now.entries.filter((entry) => contents.get(keyOf(entry)) !== canonicalText(entry.content))
  const left = new Set(now.entries.map(keyOf))
  return [...changed, ...old.entries.filter((entry) => !left.has(keyOf(entry))), ...old.unread, ...now.unread]
}

/** Both sides' files: where both changed the same file, mine. */
export function mergedFiles(
  base: readonly PackFile[],
  mine: readonly PackFile[],
  theirs: readonly PackFile[],
): PackFile[] {
  const changed = new Set(changedPaths(base, mine))
  const own = mine.filter(({ path }) => changed.has(path))
  return [...theirs.filter(({ path }) => !changed.has(path)), ...own].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
