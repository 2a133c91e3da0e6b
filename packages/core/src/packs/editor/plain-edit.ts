/** Where something stands in one file of a pack: ['indicators', 3, 'formula']. */
export type FilePath = readonly (string | number)[]

/** One change to the content of a file. */
export type ContentEdit =
  /** Writes a value; `undefined` takes the key away. */
  | { readonly kind: 'set'; readonly path: FilePath; readonly value: unknown }
  /** Puts an entry into the list at `path`, before the one that stands at `at`. */
  | { readonly kind: 'insert'; readonly path: FilePath; readonly at: number; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: FilePath; readonly at: number }
  | { readonly kind: 'move'; readonly path: FilePath; readonly from: number; readonly to: number }

type Content = Readonly<Record<string, unknown>>

export const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The plain value at a path; undefined where there is none. */
export function valueAt(data: unknown, path: FilePath): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)]
    return isContent(inner) ? inner[String(step)] : undefined
  }, data)
}

/** The plain content after an edit; what lies beside the path is the same object as before. */
export function editedContent(data: unknown, edit: ContentEdit): unknown {
  if (edit.kind === 'set') return withValue(data, edit.path, edit.value)
  const before = valueAt(data, edit.path)
  const list: unknown[] = Array.isArray(before) ? [...before] : []
  return withValue(data, edit.path, editedList(list, edit))
}

function editedList(list: unknown[], edit: Exclude<ContentEdit, { kind: 'set' }>): unknown[] {
  switch (edit.kind) {
    case 'insert':
      return list.toSpliced(edit.at, 0, edit.value)
    case 'remove':
      return list.toSpliced(edit.at, 1)
    case 'move': {
      const taken = list.slice(edit.from, edit.from + 1)
      return list.toSpliced(edit.from, 1).toSpliced(edit.to, 0, ...taken)
    }
  }
}

function withValue(data: unknown, [step, ...rest]: FilePath, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(data)) return data.with(Number(step), withValue(data[Number(step)], rest, value))
  const content = isContent(data) ? data : {}
  const key = String(step)
  const inner = withValue(content[key], rest, value)
  if (inner !== undefined) return { ...content, [key]: inner }
  return Object.fromEntries(Object.entries(content).filter(([name]) => name !== key))
}
