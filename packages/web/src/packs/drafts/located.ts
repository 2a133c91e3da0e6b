import {
  type DraftProblem,
  type LocatedProblem,
  locateProblem,
  type PackEntry,
  type PackFile,
} from '@eduduty/core/packs'

/** A mistake with the value that it is in. */
export interface Located {
  readonly problem: DraftProblem
  readonly at: LocatedProblem
}

/** Finds for each mistake the value that it is in; those of other packs' files have none. */
export function locateAll(problems: readonly DraftProblem[], files: readonly PackFile[]): readonly Located[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  return problems.map((problem) => {
    const text = texts.get(problem.file)
    return { problem, at: text === undefined ? { path: [] } : locateProblem(text, problem) }
  })
}

const begins = (path: readonly (string | number)[], with_: readonly (string | number)[]): boolean =>
  with_.every((step, index) => String(path[index]) === String(step))

/** Mistakes in an entry, or in one field of it. */
export function within(
  all: readonly Located[],
  { file, path }: Pick<PackEntry, 'file' | 'path'>,
  more: readonly (string | number)[] = [],
): readonly Located[] {
  return all.filter(({ problem, at }) => problem.file === file && begins(at.path, [...path, ...more]))
}

/** The entry that a mistake is in. */
export function entryOfProblem(entries: readonly PackEntry[], { problem, at }: Located): PackEntry | undefined {
  return entries.find(({ file, path }) => file === problem.file && at.path.length > 0 && begins(at.path, path))
}

/** How an entry stands in the address. */
export const entryKey = ({ file, path }: Pick<PackEntry, 'file' | 'path'>): string => `${file}#${path.join('.')}`
