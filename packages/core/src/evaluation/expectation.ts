import { notApplicable, type RowView, type Value } from '../formula/index.ts'
import { type DataRow, joinKey, type RegisterTable } from './dataset.ts'
import type { AtPlace, EvaluatedYear, PlaceKind } from './evaluated-year.ts'
import { COUNTY } from './grains.ts'
import { rosterIds } from './roster.ts'
import type { SubjectSeed } from './subject-table.ts'
import { type Expectation, expectingGrain } from './year-data.ts'

/** The subjects that have to fill a register, without those its `expected` condition frees. */
export function expectationOf(evaluation: EvaluatedYear, table: RegisterTable): Expectation | undefined {
  const grain = expectingGrain(evaluation.plan, table)
  if (grain === undefined || grain === COUNTY) return undefined
  const place = evaluation.place(grain)
  const condition = table.register.expected
  const isExpected = (subject: SubjectSeed): boolean =>
    condition === undefined || subject.row === undefined || !isFreedBy(evaluation, condition, subject.row)
  return { dimensions: place.dimensions, table: place.table, subjects: place.table.subjects.filter(isExpected) }
}

/** Only a condition that is surely false frees: an empty cell in the register of units does not. */
function isFreedBy(evaluation: EvaluatedYear, condition: string, row: DataRow): boolean {
  const where = { register: row.table.register.id }
  return evaluation.plan.program(where, condition, 'truth').run(evaluation.atRow(row)).content === false
}

/** Whether nobody at a place has to fill a register. */
export type FreedTest = (environment: AtPlace) => boolean

export function freedTest(
  evaluation: EvaluatedYear,
  kind: PlaceKind,
  table: RegisterTable,
  expectation: Expectation | undefined,
): FreedTest {
  if (table.register.expected === undefined) return () => false
  if (expectation === undefined) {
    const isFree = isFreedOfAll(evaluation, table)
    return () => isFree
  }
  const shared = expectation.dimensions.filter((dimension) => kind.dimensions.includes(dimension))
  const places = shared.map((dimension) => expectation.dimensions.indexOf(dimension))
  const expected = new Set(
    expectation.subjects.map((subject) => joinKey(places.map((place) => subject.values[place] ?? ''))),
  )
  return (environment) => !expected.has(environment.key(shared))
}

/** A register of the whole county is free when every unit of every register of units is. */
export function isFreedOfAll(evaluation: EvaluatedYear, table: RegisterTable): boolean {
  const condition = table.register.expected
  if (condition === undefined || table.dimensions.length > 0) return false
  const units = [...rosterIds(evaluation.plan)].flatMap((id) => {
    const roster = evaluation.data.table(id)
    const isAskable = evaluation.plan.program({ register: id }, condition, 'truth').problems.length === 0
    return roster === undefined || !isAskable ? [] : [roster]
  })
  const rows = units.flatMap((roster) => [...roster.rows, ...roster.lost])
  return rows.length > 0 && rows.every((row) => isFreedBy(evaluation, condition, row))
}

/** In place of a row that need not be there: every cell is 不适用. Without it a sum over nobody is 0. */
export function freedView(table: RegisterTable, single: boolean): RowView {
  const value: Value = notApplicable([
    { code: 'not_expected', message: `按规定不需要报送${table.register.title}`, register: table.register.id },
  ])
  return { rows: single ? [{ get: () => value }] : [], absent: [] }
}
