import type { Cause, RowView } from '../formula/index.ts'
import type { RegisterTable } from './dataset.ts'
import type { AtPlace, EvaluatedYear, PlaceKind } from './evaluated-year.ts'
import { COUNTY, isWithin } from './grains.ts'
import type { SubjectSeed } from './subject-table.ts'
import { absentBy, absentCause, type Expectation, expectingGrain } from './year-data.ts'

const NOTHING: RowView = { rows: [], absent: [] }

/** Rows of a register that belong to a place, and who should be among them but is not. Grouped once per kind of place. */
export function registerRows(
  evaluation: EvaluatedYear,
  kind: PlaceKind,
  register: string,
): (environment: AtPlace) => RowView {
  const table = evaluation.data.table(register)
  if (table === undefined) return () => NOTHING
  const common = kind.dimensions.filter((dimension) => table.dimensions.includes(dimension))
  const rows = table.groupBy(common)
  const absent = absentees(evaluation, table, common)
  const single = common.length === table.dimensions.length
  const views = new Map<string, RowView>()
  return (environment) => {
    const key = environment.key(common)
    const made = views.get(key)
    if (made !== undefined) return made
    const own = rows.get(key) ?? []
    const view = {
      rows: own,
      absent:
        absent.get(key) ??
        (own.length === 0 && (single || table.rows.length === 0) ? [absentCause(table, unitAt(environment))] : []),
    }
    views.set(key, view)
    return view
  }
}

function unitAt(environment: AtPlace): string {
  return environment.kind.table?.subjects[environment.index]?.unit ?? environment.row?.unit ?? ''
}

function absentees(
  evaluation: EvaluatedYear,
  table: RegisterTable,
  common: readonly string[],
): ReadonlyMap<string, readonly Cause[]> {
  const expectation = expectationOf(evaluation, table)
  return expectation === undefined || !isWithin(common, expectation.dimensions)
    ? new Map()
    : absentBy(table, expectation, common)
}

/** The subjects that have to fill a register, without those its `expected` condition frees. */
export function expectationOf(evaluation: EvaluatedYear, table: RegisterTable): Expectation | undefined {
  const grain = expectingGrain(evaluation.plan, table)
  if (grain === undefined || grain === COUNTY) return undefined
  const place = evaluation.place(grain)
  const condition = table.register.expected
  const isExpected = (subject: SubjectSeed): boolean => {
    if (condition === undefined || subject.row === undefined) return true
    const where = { register: subject.row.table.register.id }
    return evaluation.plan.program(where, condition, 'truth').run(evaluation.atRow(subject.row)).content !== false
  }
  return { dimensions: place.dimensions, subjects: place.table.subjects.filter(isExpected) }
}
