import type { RegisterRow } from '../collection/index.ts'
import type { Cause } from '../formula/index.ts'
import { type Doubts, joinKey, RegisterTable } from './dataset.ts'
import { isWithin } from './grains.ts'
import type { PackPlan } from './plan.ts'
import { type Rosters, rosterRows } from './roster.ts'
import type { SubjectSeed, SubjectTable } from './subject-table.ts'

/** The rows of every register in one year, with the names of the units. */
export class YearData {
  readonly plan: PackPlan
  readonly year: number
  readonly rosters: Rosters
  private readonly tables: ReadonlyMap<string, RegisterTable>

  constructor(plan: PackPlan, year: number, rosters: Rosters, tables: ReadonlyMap<string, RegisterTable>) {
    this.plan = plan
    this.year = year
    this.rosters = rosters
    this.tables = tables
  }

  get names(): ReadonlyMap<string, string> {
    return this.rosters.names
  }

  table(register: string): RegisterTable | undefined {
    return this.tables.get(register)
  }

  allTables(): Iterable<RegisterTable> {
    return this.tables.values()
  }

  nameOf(unit: string): string {
    return this.names.get(unit) ?? unit
  }

  /** With other rows in some registers, and other doubts; who is expected must be the same. */
  withRows(rows: ReadonlyMap<string, readonly RegisterRow[]>, doubts: Doubts): YearData {
    const changed = [...rows].flatMap(([id, own]) => {
      const table = this.tables.get(id)
      return table === undefined
        ? []
        : [[id, new RegisterTable(this.plan.pack, table.register, own, table.nameOf, doubts)] as const]
    })
    return new YearData(this.plan, this.year, this.rosters, new Map([...this.tables, ...changed]))
  }
}

/** Sorts rows of all years: those of one year, by register; rows of nobody known are left out. */
export function readYear(
  plan: PackPlan,
  rows: readonly RegisterRow[],
  year: number,
  doubts: Doubts = new Map(),
): YearData {
  const rosters = rosterRows(plan, rows, year)
  const nameOf = (unit: string): string => (unit === '' ? '本县' : (rosters.names.get(unit) ?? unit))
  const byRegister = new Map<string, RegisterRow[]>()
  for (const row of rows) {
    if (row.year !== year || rosters.byRegister.has(row.register)) continue
    const list = byRegister.get(row.register)
    if (list === undefined) byRegister.set(row.register, [row])
    else list.push(row)
  }
  const tables = plan.pack.registers.map((register): readonly [string, RegisterTable] => {
    const own =
      rosters.byRegister.get(register.id) ??
      (byRegister.get(register.id) ?? []).filter((row) => rosters.strangeColumn(register, row) === undefined)
    return [register.id, new RegisterTable(plan.pack, register, own, nameOf, doubts)]
  })
  return new YearData(plan, year, rosters, new Map(tables))
}

/** Who has to have rows in a register: subjects of the grain that its key is about. */
export interface Expectation {
  /** Dimensions of the expected subjects, all of them key dimensions of the register. */
  readonly dimensions: readonly string[]
  readonly subjects: readonly SubjectSeed[]
  /** All subjects of the grain, lost ones too. */
  readonly table: SubjectTable
}

/** Grain whose subjects a register expects: the one with most dimensions that all are in the register's key. */
export function expectingGrain(plan: PackPlan, table: RegisterTable): string | undefined {
  let best: { id: string; size: number } | undefined
  for (const grain of plan.grains) {
    const size = grain.dimensions.length
    if (size === 0 || grain.from === undefined || grain.from === table.register.id) continue
    if (isWithin(grain.dimensions, table.dimensions) && (best === undefined || size > best.size))
      best = { id: grain.id, size }
  }
  return best?.id
}

export function absentCause(table: RegisterTable, unit: string, where = ''): Cause {
  const place = unit === '' ? '本县' : `${table.nameOf(unit)}${where === '' ? '' : `（${where}）`}`
  return {
    code: 'missing_row',
    message: `${place}没有报送${table.register.title}`,
    register: table.register.id,
    ...(unit === '' ? {} : { unit }),
  }
}

/** Expected subjects without a row, grouped by some of the register's dimensions. */
export function absentBy(
  table: RegisterTable,
  expectation: Expectation,
  dimensions: readonly string[],
): ReadonlyMap<string, readonly Cause[]> {
  const present = table.groupBy(expectation.dimensions)
  const groups = new Map<string, Cause[]>()
  for (const subject of expectation.subjects) {
    if (present.has(joinKey(subject.values))) continue
    const own = dimensions.map((dimension) => subject.values[expectation.dimensions.indexOf(dimension)] ?? '')
    const rest = subject.values.filter((value) => value !== subject.unit).join('、')
    const key = joinKey(own)
    const group = groups.get(key) ?? []
    group.push(absentCause(table, subject.unit, rest))
    groups.set(key, group)
  }
  return groups
}
