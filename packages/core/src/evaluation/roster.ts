import type { RegisterRow } from '../collection/index.ts'
import type { Column, Dimension, Register } from '../packs/index.ts'
import { deriveRoster } from './derive-roster.ts'
import type { PackPlan } from './plan.ts'

export interface Rosters {
  /** Rows of each register of units that count in the year. */
  readonly byRegister: ReadonlyMap<string, readonly RegisterRow[]>
  /** Code of a unit → its name. */
  readonly names: ReadonlyMap<string, string>
  /** Year that the rows of a register of units were taken from, where it is another one. */
  readonly borrowed: ReadonlyMap<string, number>
  /** Registers of units that nobody sent; their rows are derived from the forms that came in. */
  readonly derived: ReadonlySet<string>
  /** The key column whose value is in no register of units, or is none of the fixed values; such a row does not count. */
  readonly strangeColumn: (register: Register, row: RegisterRow) => Column | undefined
}

/** Registers that say who is expected. */
export function rosterIds(plan: PackPlan): ReadonlySet<string> {
  return new Set(plan.grains.flatMap((grain) => (grain.from === undefined ? [] : [grain.from])))
}

/** The registers of units as they count in a year: their rows of that year, else those of the nearest earlier, else later year. */
export function rosterRows(plan: PackPlan, rows: readonly RegisterRow[], year: number): Rosters {
  const byRegister = new Map<string, readonly RegisterRow[]>()
  const names = new Map<string, string>()
  const borrowed = new Map<string, number>()
  const derived = new Set<string>()
  const codes = new Map<string, Set<string>>()
  for (const id of rosterIds(plan)) {
    const register = plan.register(id)
    if (register === undefined) continue
    const own = rows.filter((row) => row.register === id)
    const from = nearestYear(
      own.map((row) => row.year),
      year,
    )
    if (from !== undefined && from !== year) borrowed.set(id, from)
    const chosen =
      own.length > 0 ? own.filter((row) => row.year === from) : deriveRoster(register, plan.pack.registers, rows, year)
    if (own.length === 0 && chosen.length > 0) derived.add(id)
    byRegister.set(id, chosen)
    collectUnits(plan, register, chosen, names, codes)
  }
  for (const dimension of plan.pack.dimensions ?? [])
    if (dimension.kind === 'values') codes.set(dimension.id, new Set(dimension.values))
  const strangeColumn = (register: Register, row: RegisterRow): Column | undefined =>
    register.columns.find((column) => {
      const known = column.dimension === undefined ? undefined : codes.get(column.dimension)
      const code = row.values[column.id]
      return known !== undefined && code !== undefined && !known.has(String(code))
    })
  return { byRegister, names, borrowed, derived, strangeColumn }
}

function nearestYear(years: readonly number[], wanted: number): number | undefined {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b)
  return sorted.filter((year) => year <= wanted).at(-1) ?? sorted[0]
}

function collectUnits(
  plan: PackPlan,
  register: Register,
  rows: readonly RegisterRow[],
  names: Map<string, string>,
  codes: Map<string, Set<string>>,
): void {
  const label = plan.grains.find((grain) => grain.from === register.id && grain.label !== undefined)?.label
  for (const column of register.columns) {
    const dimension: Dimension | undefined = plan.pack.dimensions?.find(
      (candidate) => candidate.id === column.dimension,
    )
    if (dimension?.kind !== 'unit') continue
    const known = codes.get(dimension.id) ?? new Set<string>()
    codes.set(dimension.id, known)
    for (const row of rows) {
      const code = String(row.values[column.id] ?? '')
      if (code === '') continue
      known.add(code)
      const name = label === undefined ? undefined : row.values[label]
      if (name !== undefined && !names.has(code)) names.set(code, String(name))
    }
  }
}
