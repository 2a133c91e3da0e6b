import { type CellPlace, type Finding, nameUnit, type StatisticsDifference } from '@eduduty/core/collection'
import { stateOfDifference } from '@eduduty/core/documents'
import type { Register } from '@eduduty/core/packs'
import type { FolderStatistics } from '../collection/index.ts'

interface ValueView {
  readonly column: string
  readonly title: string
  readonly value: string
  readonly unit?: string
  /** 教基4155 L6 + 教基4156 U6 */
  readonly formula: string
  readonly cells: readonly CellPlace[]
}

/** What the command tells, as one document. */
export interface StatisticsView {
  readonly schools: readonly {
    readonly code: string
    readonly name: string
    readonly year: number
    readonly tables: readonly {
      readonly register: string
      readonly title: string
      /** What tells the row apart beside the school, e.g. 小学. */
      readonly part: string
      readonly values: readonly ValueView[]
    }[]
  }[]
  readonly differences: readonly StatisticsDifference[]
  readonly findings: readonly Finding[]
  readonly files: readonly string[]
}

/** The rows of the statistics by school and year, in the order they were read. */
export function statisticsView(
  { rows, differences }: FolderStatistics,
  findings: readonly Finding[],
  registers: readonly Register[],
  files: readonly string[],
): StatisticsView {
  const schools = new Map<string, StatisticsView['schools'][number]>()
  for (const row of rows) {
    const register = registers.find(({ id }) => id === row.register)
    if (register === undefined) continue
    const [code = '', ...rest] = register.columns
      .filter(({ dimension }) => dimension !== undefined)
      .map(({ id }) => String(row.values[id] ?? ''))
    const values = register.columns.flatMap((column): readonly ValueView[] => {
      const derived = row.derived.get(column.id)
      if (derived === undefined) return []
      const { value, formula, cells } = derived
      const measure = column.unit === undefined ? {} : { unit: column.unit }
      return [{ column: column.id, title: column.title, value, ...measure, formula, cells }]
    })
    const key = `${code} ${row.year}`
    const known = schools.get(key) ?? { code, name: '', year: row.year, tables: [] }
    const table = { register: row.register, title: register.title, part: rest.join('、'), values }
    const { unit_name = '' } = nameUnit(register, row.values)
    schools.set(key, {
      ...known,
      name: known.name || unit_name,
      tables: [...known.tables, table],
    })
  }
  return { schools: [...schools.values()], differences, findings, files }
}

/** The same for a terminal. */
export function statisticsText(view: StatisticsView): string {
  const { schools, differences, findings, files } = view
  const differing = differences.filter(({ state }) => state === 'differs')
  const lines = [
    schools.length === 0 ? '没有读到教育事业统计的表。' : `读到 ${schools.length} 所学校的教育事业统计。`,
    ...schools.flatMap(({ code, name, year, tables }) => [
      '',
      `${name || code}（${code}）${year}年`,
      ...tables.flatMap((table) => [
        `  ${table.title}${table.part === '' ? '' : `·${table.part}`}`,
        ...table.values.map(({ title, value, unit = '', formula }) => `    ${title}　${value}${unit}　← ${formula}`),
      ]),
    ]),
    ...(differing.length === 0 ? [] : ['', `与填报表不一致 ${differing.length} 项（以哪个为准由填报单位核实）：`]),
    ...differing.map(
      (one) =>
        `  ${one.unit_name || one.unit} ${one.title}：填报 ${one.filled?.value ?? ''}，统计 ${one.statistics?.value ?? ''}，${stateOfDifference(one.state)}，相差 ${one.by ?? ''}${one.measure}`,
    ),
    ...findings
      .filter(({ code }) => code !== 'statistics_differs')
      .map(({ file, sheet, cell, message, advice }, index) => {
        const place = [file, sheet === file ? undefined : sheet, cell].filter((part) => part !== undefined).join(' ')
        return `${index === 0 ? '\n' : ''}· ${place === '' ? '' : `${place}：`}${message}${advice === undefined ? '' : `。${advice}`}`
      }),
    ...(files.length === 0 ? [] : ['', `已写出：${files.join('、')}`]),
    '',
  ]
  return lines.join('\n')
}
