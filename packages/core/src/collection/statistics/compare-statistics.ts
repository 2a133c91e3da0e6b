import { rational, toJson } from '../../formula/index.ts'
import type { Register } from '../../packs/index.ts'
import { getDecimal } from '../decimal-text.ts'
import { groupBy } from '../group-by.ts'
import { nameUnit } from '../name-unit.ts'
import { type CellPlace, findCellPlace, type RegisterRow } from '../register-row.ts'
import { rowKey } from './row-key.ts'
import type { StatisticsRow } from './statistics-row.ts'

/** A filled form against the statistics, in one column of one school. Which of the two is right, people decide. */
export interface StatisticsDifference {
  readonly register: string
  readonly year: number
  readonly unit: string
  readonly unit_name: string
  /** What tells the row apart beside its unit, e.g. 小学; empty where the unit is all. */
  readonly part: string
  readonly column: string
  readonly title: string
  /** Unit that both values are in. */
  readonly measure: string
  readonly state: 'equal' | 'differs' | 'only_filled' | 'only_statistics'
  readonly filled?: { readonly value: string; readonly place?: CellPlace }
  readonly statistics?: { readonly value: string; readonly formula: string; readonly cells: readonly CellPlace[] }
  /** Filled minus statistics, where both are there and differ. */
  readonly by?: string
}

/** Compares school by school and column by column, in the years and columns that the statistics have anything for. */
export function compareStatistics(
  filled: readonly RegisterRow[],
  statistics: readonly StatisticsRow[],
  registers: readonly Register[],
): readonly StatisticsDifference[] {
  return registers.flatMap((register) => {
    const own = statistics.filter((row) => row.register === register.id)
    const years = new Set(own.map(({ year }) => year))
    const columns = register.columns.filter(({ id }) => own.some(({ derived }) => derived.has(id)))
    const forms = filled.filter((row) => row.register === register.id && years.has(row.year))
    const keyed = (row: RegisterRow): string => rowKey(register, row) ?? ''
    const pairs = groupBy([...forms, ...own], keyed)
    return [...pairs]
      .filter(([key]) => key !== '')
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([, rows]) => compareRows(rows, columns, register, own))
  })
}

function compareRows(
  rows: readonly RegisterRow[],
  columns: Register['columns'],
  register: Register,
  own: readonly StatisticsRow[],
): readonly StatisticsDifference[] {
  const form = rows.find((row) => !own.some((statistic) => statistic === row))
  const statistic = own.find((row) => rows.includes(row))
  const any = form ?? statistic
  if (any === undefined) return []
  const { unit = '', unit_name = '' } = nameUnit(register, { ...statistic?.values, ...form?.values })
  const part = partOf(register, any.values)
  return columns.flatMap((column) => {
    const filled = filledValue(form, column.id)
    const known = statistic?.derived.get(column.id)
    const derived = known?.isStandIn === true && filled !== undefined ? undefined : known
    if (filled === undefined && derived === undefined) return []
    const whose = { register: register.id, year: any.year, unit, unit_name, part }
    const what = { column: column.id, title: column.title, measure: column.unit ?? '' }
    const statistics =
      derived === undefined
        ? {}
        : { statistics: { value: derived.value, formula: derived.formula, cells: derived.cells } }
    return [
      {
        ...whose,
        ...what,
        ...stateOf(filled?.value, derived?.value),
        ...(filled === undefined ? {} : { filled }),
        ...statistics,
      },
    ]
  })
}

function filledValue(form: RegisterRow | undefined, column: string): StatisticsDifference['filled'] {
  const value = form?.values[column]
  if (form === undefined || typeof value !== 'string') return undefined
  const place = findCellPlace(form.source, column)
  return { value, ...(place === undefined ? {} : { place }) }
}

function stateOf(
  filled: string | undefined,
  statistics: string | undefined,
): Pick<StatisticsDifference, 'state' | 'by'> {
  if (filled === undefined) return { state: 'only_statistics' }
  if (statistics === undefined) return { state: 'only_filled' }
  const by = rational.sub(getDecimal(filled), getDecimal(statistics))
  return rational.isZero(by) ? { state: 'equal' } : { state: 'differs', by: toJson(by) }
}

/** What tells a row apart from others of its unit, e.g. 小学; empty where the unit is all. */
export function partOf({ columns }: Register, values: RegisterRow['values']): string {
  const [, ...rest] = columns.filter(({ dimension }) => dimension !== undefined)
  return rest.map(({ id }) => String(values[id] ?? '')).join('、')
}
