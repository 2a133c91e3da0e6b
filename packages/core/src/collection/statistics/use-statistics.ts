import type { Register } from '../../packs/index.ts'
import { shownDecimal } from '../decimal-text.ts'
import type { Finding } from '../finding.ts'
import { nameUnit } from '../name-unit.ts'
import { type CellPlace, type CellValue, findCellPlace, type RegisterRow } from '../register-row.ts'
import { compareStatistics, type StatisticsDifference } from './compare-statistics.ts'
import { rowKey } from './row-key.ts'
import type { StatisticsRow } from './statistics-row.ts'

export interface UsedStatistics {
  /** Filled rows with what they lacked, and rows of schools that filled nothing. */
  readonly rows: readonly RegisterRow[]
  readonly findings: readonly Finding[]
  readonly differences: readonly StatisticsDifference[]
}

/**
 * Takes from the statistics what the filled forms lack. A filled value is never replaced: where both are there and
 * differ, a finding says so. A form that was refused as a whole, for it was sent twice with different content, stays so.
 */
export function useStatistics(
  filled: readonly RegisterRow[],
  statistics: readonly StatisticsRow[],
  registers: readonly Register[],
): UsedStatistics {
  if (statistics.length === 0) return { rows: filled, findings: [], differences: [] }
  const byId = new Map(registers.map((register) => [register.id, register]))
  const keyOf = (row: RegisterRow): string | undefined => {
    const register = byId.get(row.register)
    return register === undefined ? undefined : rowKey(register, row)
  }
  const offered = new Map(statistics.map((row) => [keyOf(row), row]))
  const used: UsedRow[] = []
  const met = new Set<StatisticsRow>()
  const rows = filled.map((row) => {
    const key = keyOf(row)
    const found = key === undefined ? undefined : offered.get(key)
    if (found === undefined) return row
    met.add(found)
    const columns = [...found.derived.keys()].filter((column) => row.values[column] === undefined)
    if (row.refused?.row !== undefined || columns.length === 0) return row
    used.push({ row: found, columns })
    return fill(row, found, columns)
  })
  const alone = statistics.filter((row) => !met.has(row))
  used.push(...alone.map((row) => ({ row, columns: [...row.derived.keys()] })))
  const differences = compareStatistics(filled, statistics, registers)
  const findings = [
    ...used.flatMap((one) => takenFrom(one, byId.get(one.row.register)) ?? []),
    ...remarksOf(used),
    ...differences.flatMap((difference) => disagreement(difference, byId.get(difference.register)) ?? []),
  ]
  return { rows: [...rows, ...alone], findings, differences }
}

interface UsedRow {
  readonly row: StatisticsRow
  readonly columns: readonly string[]
}

function fill(row: RegisterRow, from: StatisticsRow, columns: readonly string[]): RegisterRow {
  const values: Record<string, CellValue> = { ...row.values }
  for (const column of columns) {
    const value = from.values[column]
    if (value !== undefined) values[column] = value
  }
  const taken = new Set(columns)
  const placeOf = (column: string): CellPlace | undefined =>
    findCellPlace(taken.has(column) ? from.source : row.source, column)
  const source = { ...row.source, cellOf: (column: string) => row.source.cellOf(column), placeOf }
  const { refused, ...plain } = row
  const cells = Object.entries(refused?.cells ?? {}).filter(([column]) => !taken.has(column))
  return { ...plain, values, source, ...(cells.length === 0 ? {} : { refused: { cells: Object.fromEntries(cells) } }) }
}

/** Titles named in one finding. */
const NAMED = 4

function takenFrom({ row, columns }: UsedRow, register: Register | undefined): Finding | undefined {
  if (register === undefined || columns.length === 0) return undefined
  const titles = register.columns.filter(({ id }) => columns.includes(id)).map(({ title }) => title)
  const shown = `${titles.slice(0, NAMED).join('、')}${titles.length > NAMED ? ' 等' : ''}`
  const { unit, unit_name } = nameUnit(register, row.values)
  return {
    level: 'note',
    code: 'taken_from_statistics',
    message: `${unit_name ?? unit ?? ''}的${register.title}有 ${titles.length} 项没有填，取自教育事业统计：${shown}`,
    file: row.source.file,
    register: register.id,
    ...nameUnit(register, row.values),
  }
}

/** What the layout wants said of a figure, once for all schools. */
function remarksOf(used: readonly UsedRow[]): readonly Finding[] {
  const remarks = new Set(
    used.flatMap(({ row, columns }) => columns.flatMap((column) => row.derived.get(column)?.remarks ?? [])),
  )
  return [...remarks].map((message) => ({ level: 'note', code: 'statistics_remark', message }))
}

function disagreement(one: StatisticsDifference, register: Register | undefined): Finding | undefined {
  const { filled, statistics, by } = one
  if (filled === undefined || statistics === undefined || by === undefined || register === undefined) return undefined
  const [first] = statistics.cells
  const value = (text: string): string => `${shownDecimal(text)}${one.measure}`
  return {
    level: 'check',
    code: 'statistics_differs',
    message: `“${one.title}”填报为${value(filled.value)}，教育事业统计为${value(statistics.value)}（${first?.file ?? ''} ${statistics.formula}），相差${value(by.replace(/^-/, ''))}`,
    advice: '核对后改正其中一处；没有改正之前按填报的数计算',
    ...filled.place,
    register: register.id,
    column: one.column,
    unit: one.unit,
    ...(one.unit_name === '' ? {} : { unit_name: one.unit_name }),
    found: filled.value,
  }
}
