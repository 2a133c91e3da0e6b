import { readJson, readList, readScalar } from './cell-text.ts'

/** A cell as it was read: its content, and what to call it when it is wrong. */
export interface ReadCell {
  readonly content: string | number | boolean
  /** 工作表“registers”C5. */
  readonly place: string
}

export interface ReadRow {
  readonly key: string
  readonly parent: string | undefined
  readonly place: string
  readonly cells: ReadonlyMap<string, ReadCell>
}

export interface ReadTable {
  readonly path: string
  readonly rows: readonly ReadRow[]
}

export interface TableFault {
  readonly place: string
  readonly message: string
  readonly suggestion: string
}

export interface PackOfTables {
  readonly content: Readonly<Record<string, unknown>>
  readonly faults: readonly TableFault[]
  /** The cell that a part of the content came from, else its row. */
  placeOf(path: readonly (string | number)[]): string
}

/** Parts of a pack that are no lists. */
const single = new Set(['pack', 'verdict'])

/** What the path of a list inside an entry ends with. */
const LIST = '[]'

type Fields = Map<string, unknown>

/** Puts tables together again, each row under the entry that it belongs to. */
export function packOfTables(tables: readonly ReadTable[]): PackOfTables {
  const faults: TableFault[] = []
  const places = new Map<string, string>()
  const content: Fields = new Map()
  const entries = new Map<string, { readonly fields: Fields; readonly at: readonly (string | number)[] }>()
  for (const { path, rows } of tables.toSorted((a, b) => depthOf(a.path) - depthOf(b.path))) {
    const holder = tables.map((one) => one.path).filter((other) => path.startsWith(`${other}.`))
    const above = holder.toSorted((a, b) => b.length - a.length)[0]
    if (above === undefined && rows.length === 0) content.set(path, [])
    for (const row of rows) {
      const parent = above === undefined ? { fields: content, at: [] } : entries.get(`${above} ${row.parent ?? ''}`)
      if (parent === undefined) {
        faults.push({
          place: row.place,
          message: `“所属”写的“${row.parent ?? ''}”在工作表“${above ?? ''}”的“序号”里没有。`,
          suggestion: '改成上一级那一行的序号。',
        })
        continue
      }
      const steps = splitPath(above === undefined ? path : path.slice(above.length + 1, -LIST.length))
      const fields: Fields = new Map()
      const at = put(parent, steps, fields, single.has(path))
      entries.set(`${path} ${row.key}`, { fields, at })
      places.set(at.join('/'), row.place)
      for (const [column, cell] of row.cells) readInto(fields, column, cell, at, { faults, places })
    }
  }
  return {
    content: toObject(content),
    faults,
    placeOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const place = places.get(path.slice(0, length).join('/'))
        if (place !== undefined) return place
      }
      return '工作簿'
    },
  }
}

const depthOf = (path: string): number => splitPath(path).length

/** A dotted name at the dots that are not escaped. */
function splitPath(text: string): readonly string[] {
  return (text.match(/(?:\\.|[^.\\])+/g) ?? []).map((step) => step.replace(/\\(.)/g, '$1'))
}

/** Puts an entry at the end of a list of its parent, making what lies between; gives back where it stands. */
function put(
  parent: { readonly fields: Fields; readonly at: readonly (string | number)[] },
  steps: readonly string[],
  entry: Fields,
  isSingle: boolean,
): readonly (string | number)[] {
  const holder = within(parent.fields, steps.slice(0, -1))
  const last = steps.at(-1) ?? ''
  if (isSingle) {
    holder.set(last, entry)
    return [...parent.at, ...steps]
  }
  const known = holder.get(last)
  const list: unknown[] = Array.isArray(known) ? known : []
  holder.set(last, list)
  list.push(entry)
  return [...parent.at, ...steps, list.length - 1]
}

function within(fields: Fields, steps: readonly string[]): Fields {
  let inner = fields
  for (const step of steps) {
    const known = inner.get(step)
    const next: Fields = known instanceof Map ? known : new Map()
    inner.set(step, next)
    inner = next
  }
  return inner
}

function readInto(
  fields: Fields,
  column: string,
  { content, place }: ReadCell,
  at: readonly (string | number)[],
  into: { readonly faults: TableFault[]; readonly places: Map<string, string> },
): void {
  const ending = endingOf(column)
  const steps = splitPath(ending === undefined ? column : column.slice(0, -ending.length))
  const read =
    ending === '{}'
      ? readJson(String(content))
      : ending === '[]'
        ? { value: readList(String(content)) }
        : typeof content === 'string'
          ? readScalar(content)
          : { value: content }
  if (read === undefined) {
    into.faults.push({
      place,
      message: `这一格应是 JSON，读不出来：${String(content).slice(0, 40)}`,
      suggestion: '照导出时的样子改；引号、括号要成对，用英文符号。',
    })
    return
  }
  within(fields, steps.slice(0, -1)).set(steps.at(-1) ?? '', read.value)
  into.places.set([...at, ...steps].join('/'), place)
}

/** [] or {} at the end of a heading, unless it belongs to the name: an odd number of backslashes stands before it. */
function endingOf(column: string): string | undefined {
  const [, slashes, ending] = /(\\*)(\[\]|\{\})$/.exec(column) ?? []
  return ending !== undefined && (slashes?.length ?? 0) % 2 === 0 ? ending : undefined
}

function toObject(fields: Fields): Record<string, unknown> {
  return Object.fromEntries([...fields].map(([key, value]) => [key, plain(value)]))
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [String(key), plain(inner)]))
  return Array.isArray(value) ? value.map(plain) : value
}
