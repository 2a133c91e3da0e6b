import type { RegisterRow } from '../../collection/index.ts'
import type { PackPlan } from '../plan.ts'
import type { RowEdit } from './row-edit.ts'

/**
 * How rows read at two times differ. Rows of the same register, year and key are the same row, in the order they stand;
 * a row that says what it said is left alone, wherever it stands now.
 */
export function diffRows(
  plan: PackPlan,
  before: readonly RegisterRow[],
  after: readonly RegisterRow[],
): readonly RowEdit[] {
  const [was, is] = [byPlace(plan, before), byPlace(plan, after)]
  const changed = [...is].flatMap(([place, row]): readonly RowEdit[] => {
    const former = was.get(place)
    if (former === undefined) return [{ after: row }]
    return saysOf(former) === saysOf(row) ? [] : [{ before: former, after: row }]
  })
  const gone = [...was].flatMap(([place, row]) => (is.has(place) ? [] : [{ before: row }]))
  return [...changed, ...gone]
}

function byPlace(plan: PackPlan, rows: readonly RegisterRow[]): ReadonlyMap<string, RegisterRow> {
  const keys = new Map(
    plan.pack.registers.map(({ id, columns }) => [
      id,
      columns.flatMap((column) => (column.dimension === undefined ? [] : [column.id])),
    ]),
  )
  const seen = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const key = (keys.get(row.register) ?? []).map((id) => row.values[id] ?? null)
      const place = JSON.stringify([row.register, row.year, key])
      const order = seen.get(place) ?? 0
      seen.set(place, order + 1)
      return [`${place} ${order}`, row] as const
    }),
  )
}

function saysOf({ values, refused }: RegisterRow): string {
  const cells = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([cells, refused ?? null])
}
