import type { Register } from '../packs/index.ts'
import { indexColumns } from './column-index.ts'
import type { Grid } from './grid.ts'
import { mappedReading, type Wanted } from './mapped-columns.ts'
import { recogniseItems } from './recognise-items.ts'
import type { ColumnPlace, Recognition } from './recognition.ts'

/** Reads a sheet with items one below another, where the mapping file says what the items are called. */
export function recogniseMappedItems(
  grid: Grid,
  register: Register,
  wanted: readonly Wanted[],
): Recognition | undefined {
  const byColumn = new Map(wanted.map((want) => [want.column, want]))
  const columns = register.columns.map((column) => {
    const want = byColumn.get(column.id)
    const [title, ...synonyms] = want?.paths.map((path) => path.join('/')) ?? []
    return title === undefined ? column : { ...column, title, synonyms }
  })
  const found = recogniseItems(grid, indexColumns({ ...register, columns }))
  if (found === undefined) return undefined
  const places = found.places.map((place): ColumnPlace => {
    const want = byColumn.get(place.column)
    if (want === undefined) return place
    return { ...place, ...mappedReading(want) }
  })
  const mine = places.filter((place) => byColumn.has(place.column)).length
  return mine * 2 < wanted.length || mine === 0 ? undefined : { ...found, places }
}
