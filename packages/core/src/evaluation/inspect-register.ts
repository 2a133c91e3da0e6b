import type { RegisterRow } from '../collection/index.ts'
import type { Column } from '../packs/index.ts'
import type { DataRow } from './dataset.ts'
import { Evaluation } from './evaluation.ts'
import { occasionOf } from './parameter-values.ts'
import type { PackPlan } from './plan.ts'
import { readYear } from './year-data.ts'

export interface RegisterToInspect {
  readonly plan: PackPlan
  readonly register: string
  readonly year: number
  readonly county: { readonly code: string; readonly name: string }
  /** Of the register itself and of whatever its conditions speak of. */
  readonly rows: readonly RegisterRow[]
}

/** What one row need not hold, and what it still lacks: ids of columns. */
export interface InspectedRow {
  readonly row: RegisterRow
  readonly notApplicable: readonly string[]
  /** Required, applicable, and neither filled nor refused. */
  readonly blank: readonly string[]
}

/** Which cells of a register are 不适用 and which required ones are still blank, row by row. */
export function inspectRegister({ plan, register, year, county, rows }: RegisterToInspect): readonly InspectedRow[] {
  const options = {
    occasion: occasionOf(plan.pack, year, county.code),
    countyName: county.name,
    earlier: [],
    previous: undefined,
  }
  const evaluation = new Evaluation(plan, readYear(plan, rows, year), options)
  const table = evaluation.data.table(register)
  return [...(table?.rows ?? []), ...(table?.lost ?? [])].map((row) => inspect(evaluation, row))
}

function inspect(evaluation: Evaluation, row: DataRow): InspectedRow {
  const { register } = row.table
  const { values, refused } = row.source
  const notApplicable = register.columns.filter((column) => isFreed(evaluation, row, column)).map(({ id }) => id)
  const freed = new Set(notApplicable)
  const blank = register.columns
    .filter(({ id, required }) => required === true && id !== register.year_column && !freed.has(id))
    .filter(({ id }) => values[id] === undefined && refused?.cells?.[id] === undefined)
    .map(({ id }) => id)
  return { row: row.source, notApplicable, blank }
}

/** Only a condition that is surely false makes a cell 不适用. */
function isFreed(evaluation: Evaluation, row: DataRow, { applicable }: Column): boolean {
  if (applicable === undefined) return false
  const where = { register: row.table.register.id }
  return evaluation.plan.program(where, applicable, 'truth').run(evaluation.atRow(row)).content === false
}
