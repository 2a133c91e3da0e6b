import { withholdNumbers } from '../collection/index.ts'
import type { Assessment } from './assessment.ts'
import { type DataRow, joinKey, type RegisterTable } from './dataset.ts'
import type { Evaluation } from './evaluation.ts'
import { expectationOf, isFreedOfAll } from './expectation.ts'
import { owedColumns } from './owed-columns.ts'

export type RegisterCoverage = Assessment['coverage']['registers'][number]

/** How many reporters each register expected, how many reported, who is missing and who owes items. Registers of units are left out. */
export function coverageViews(evaluation: Evaluation): RegisterCoverage[] {
  return [...evaluation.data.allTables()]
    .filter(({ register }) => !evaluation.plan.grains.some((grain) => grain.from === register.id))
    .map((table) => {
      const { id, title } = table.register
      return { register: id, title, ...reportersOf(evaluation, table), owing: owingOf(evaluation, table) }
    })
}

function reportersOf(
  evaluation: Evaluation,
  table: RegisterTable,
): Pick<RegisterCoverage, 'expected' | 'reported' | 'missing'> {
  const expectation = expectationOf(evaluation, table)
  if (expectation === undefined) {
    const reported = table.rows.some(isUsable) ? 1 : 0
    const expected = reported === 0 && isFreedOfAll(evaluation, table) ? 0 : 1
    return { expected, reported, missing: reported === expected ? [] : [countyOf(evaluation)] }
  }
  const { subjects, dimensions } = expectation
  const present = table.groupBy(dimensions)
  const absent = subjects.filter((subject) => present.get(joinKey(subject.values))?.some(isUsable) !== true)
  const missing = absent.map((subject) => ({
    unit: subject.unit === '' ? subject.id : subject.unit,
    name: [subject.name, ...subject.values.filter((value) => value !== subject.unit)].join('·'),
  }))
  return { expected: subjects.length, reported: subjects.length - absent.length, missing }
}

function owingOf(evaluation: Evaluation, table: RegisterTable): NonNullable<RegisterCoverage['owing']> {
  return table.rows.flatMap((row) => {
    const columns = owedColumns(evaluation, row)
    if (columns.length === 0) return []
    const whose = row.unit === '' ? countyOf(evaluation) : { unit: row.unit, name: evaluation.data.nameOf(row.unit) }
    const rest = table.dimensions.flatMap((id) =>
      row.dimension(id) === row.unit ? [] : shownDimension(table, row, id),
    )
    return [{ ...whose, name: [whose.name, ...rest].join('·'), columns }]
  })
}

/** What tells a row from the others of its unit; the number of a person only by its ends. */
function shownDimension({ register }: RegisterTable, row: DataRow, dimension: string): string {
  const column = register.columns.find((one) => one.dimension === dimension)
  return column === undefined ? row.dimension(dimension) : withholdNumbers(column, row.dimension(dimension))
}

const countyOf = ({ options }: Evaluation): { unit: string; name: string } => ({
  unit: options.occasion.countyCode,
  name: options.countyName,
})

/** A row that was refused as a whole reports nothing. */
const isUsable = (row: DataRow): boolean => row.source.refused?.row === undefined
