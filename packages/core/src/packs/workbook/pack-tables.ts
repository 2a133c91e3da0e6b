import { writeList, writeScalar } from './cell-text.ts'

/** One row of a table: its number, that of the entry it belongs to, and its cells by column. */
export interface PackRow {
  readonly key: string
  readonly parent: string | undefined
  readonly cells: ReadonlyMap<string, string | number>
}

/** One part of a pack as a table: entries in rows, fields in columns. Lists inside entries are tables of their own. */
export interface PackTable {
  /** Where it stands in a pack: registers, registers.columns[]. */
  readonly path: string
  readonly columns: readonly string[]
  readonly rows: readonly PackRow[]
}

interface Growing {
  readonly columns: Set<string>
  readonly rows: PackRow[]
}

/** A pack or overlay as tables, nothing left out: `packOfTables` gives the same content back. */
export function tablesOfPack(content: object): readonly PackTable[] {
  const tables = new Map<string, Growing>()
  for (const [section, value] of Object.entries(content)) {
    if (value === undefined) continue
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    addRows(tables, section, list, undefined)
  }
  return [...tables].map(([path, { columns, rows }]) => ({ path, columns: [...columns], rows }))
}

function addRows(
  tables: Map<string, Growing>,
  path: string,
  list: readonly unknown[],
  parent: string | undefined,
): void {
  const table = tables.get(path) ?? { columns: new Set<string>(), rows: [] }
  tables.set(path, table)
  for (const [index, item] of list.entries()) {
    const key = parent === undefined ? String(index + 1) : `${parent}.${index + 1}`
    const cells = new Map<string, string | number>()
    table.rows.push({ key, parent, cells })
    flatten(item, '', { tables, path, key, cells })
    for (const column of cells.keys()) table.columns.add(column)
  }
}

interface Place {
  readonly tables: Map<string, Growing>
  readonly path: string
  readonly key: string
  readonly cells: Map<string, string | number>
}

function flatten(value: unknown, prefix: string, place: Place): void {
  for (const [key, inner] of Object.entries(value ?? {})) {
    if (inner === undefined) continue
    const name = `${prefix}${key.replace(/[\\.[\]{}]/g, '\\$&')}`
    const list = Array.isArray(inner) ? writeList(inner) : undefined
    if (list !== undefined) place.cells.set(`${name}[]`, list)
    else if (isListOfObjects(inner)) addRows(place.tables, `${place.path}.${name}[]`, inner, place.key)
    else if (Array.isArray(inner) || isEmptyObject(inner)) place.cells.set(`${name}{}`, JSON.stringify(inner))
    else if (typeof inner === 'object' && inner !== null) flatten(inner, `${name}.`, place)
    else place.cells.set(name, writeScalar(inner))
  }
}

const isListOfObjects = (value: unknown): value is readonly object[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0
