import type { Cause, RowView } from '../formula/index.ts'
import { type DataRow, type RegisterTable, splitKey } from './dataset.ts'
import type { AtPlace, EvaluatedYear, PlaceKind } from './evaluated-year.ts'
import { expectationOf, type FreedTest, freedTest, freedView } from './expectation.ts'
import { isWithin } from './grains.ts'
import { absentBy, absentCause, type Expectation } from './year-data.ts'

const NOTHING: RowView = { rows: [], absent: [] }

/** What all places of one kind have in common when they ask for the rows of one register. */
interface Reading {
  readonly table: RegisterTable
  /** Dimensions that the register and the place share. */
  readonly common: readonly string[]
  /** At most one row of the register belongs to a place. */
  readonly single: boolean
  readonly rows: ReadonlyMap<string, readonly DataRow[]>
  readonly absent: ReadonlyMap<string, readonly Cause[]>
  /** Causes for rows, and for expected subjects, of which it is not known whose they are. */
  readonly lostAt: (key: string) => readonly Cause[]
  readonly isFreed: FreedTest
}

/** Rows of a register that belong to a place, and who should be among them but is not. Grouped once per kind of place. */
export function registerRows(
  evaluation: EvaluatedYear,
  kind: PlaceKind,
  register: string,
): (environment: AtPlace) => RowView {
  const table = evaluation.data.table(register)
  if (table === undefined) return () => NOTHING
  const reading = prepare(evaluation, kind, table)
  const views = new Map<string, RowView>()
  const byIndex: RowView[] = []
  const find = (environment: AtPlace): RowView => {
    const key = environment.key(reading.common)
    const made = views.get(key)
    if (made !== undefined) return made
    const view = viewAt(reading, key, environment)
    views.set(key, view)
    return view
  }
  if (kind.table === undefined) return find
  return (environment) => {
    byIndex[environment.index] ??= find(environment)
    return byIndex[environment.index] ?? NOTHING
  }
}

function prepare(evaluation: EvaluatedYear, kind: PlaceKind, table: RegisterTable): Reading {
  const common = kind.dimensions.filter((dimension) => table.dimensions.includes(dimension))
  const single = common.length === table.dimensions.length
  const expectation = expectationOf(evaluation, table)
  return {
    table,
    common,
    single,
    rows: table.groupBy(common),
    absent: absentees(table, expectation, common),
    lostAt: single ? () => [] : lostReader(table, expectation, common),
    isFreed: freedTest(evaluation, kind, table, expectation),
  }
}

function viewAt(reading: Reading, key: string, environment: AtPlace): RowView {
  const { table, single, absent } = reading
  const rows = reading.rows.get(key) ?? []
  const lost = reading.lostAt(key)
  const isEmpty = rows.length === 0 && lost.length === 0 && (single || table.rows.length === 0)
  if (isEmpty && !absent.has(key) && reading.isFreed(environment)) return freedView(table, single)
  const known = absent.get(key) ?? (isEmpty ? [absentCause(table, unitAt(environment))] : [])
  return { rows, absent: [...known, ...lost] }
}

function lostReader(
  table: RegisterTable,
  expectation: Expectation | undefined,
  common: readonly string[],
): (key: string) => readonly Cause[] {
  // Where every row has its own expected subject, the subject of a lost row is missing already.
  const rows = expectation?.dimensions.length === table.dimensions.length ? [] : table.lost
  const subjects = expectation !== undefined && isWithin(common, expectation.dimensions) ? expectation.table : undefined
  return (key) => {
    const wanted = splitKey(key)
    // A key column that could not be read may have held anything.
    const mayBelong = (row: DataRow): boolean =>
      common.every((dimension, at) => ['', wanted[at] ?? ''].includes(row.dimension(dimension)))
    const own = rows.filter(mayBelong).map(() => table.lostCause())
    return [...own, ...(subjects?.lostAt(common, key).flat() ?? [])]
  }
}

function unitAt(environment: AtPlace): string {
  return environment.kind.table?.subjects[environment.index]?.unit ?? environment.row?.unit ?? ''
}

function absentees(
  table: RegisterTable,
  expectation: Expectation | undefined,
  common: readonly string[],
): ReadonlyMap<string, readonly Cause[]> {
  return expectation === undefined || !isWithin(common, expectation.dimensions)
    ? new Map()
    : absentBy(table, expectation, common)
}
