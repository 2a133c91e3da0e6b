import type { Cause } from '../formula/index.ts'
import type { CauseView } from './assessment.ts'
import { quotedItems } from './owed-items.ts'
import type { YearData } from './year-data.ts'

/** Causes shown with one figure; the rest is counted by coverage. */
const SHOWN = 100

export function causeView(data: YearData, cause: Cause): CauseView {
  const item = cause.column === undefined ? undefined : titleOf(data, cause.register, cause.column)
  return {
    code: cause.code,
    message: cause.message,
    ...(cause.register === undefined ? {} : { register: cause.register }),
    ...(cause.unit === undefined || cause.unit === '' ? {} : { unit: cause.unit, unit_name: data.nameOf(cause.unit) }),
    ...(cause.column === undefined ? {} : { column: cause.column }),
    ...(item === undefined ? {} : { items: [item] }),
  }
}

const titleOf = (data: YearData, register = '', column: string): string =>
  data.table(register)?.columns.get(column)?.title ?? column

export function causeViews(data: YearData, causes: readonly Cause[]): CauseView[] {
  return causes.slice(0, SHOWN).map((cause) => causeView(data, cause))
}

/** One entry for each reporter and register, however many of its cells are missing; in order of unit. */
export function reporters(data: YearData, causes: readonly Cause[]): CauseView[] {
  const groups = new Map<string, Cause[]>()
  for (const cause of causes) {
    if (cause.register === undefined) continue
    const key = `${cause.unit ?? ''}|${cause.register}`
    const group = groups.get(key) ?? []
    group.push(cause)
    groups.set(key, group)
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => mergeGroup(data, group))
}

/** Causes that speak for all cells of a reporter. */
const WHOLE: ReadonlySet<string> = new Set(['missing_row', 'refused_row', 'lost_row'])

function mergeGroup(data: YearData, group: readonly Cause[]): CauseView[] {
  const whole = group.find((cause) => WHOLE.has(cause.code))
  const columns = new Set(group.flatMap((cause) => cause.column ?? []))
  const [first] = group
  if (whole !== undefined) return [causeView(data, whole)]
  if (first === undefined) return []
  if (columns.size <= 1) return [causeView(data, first)]
  const table = data.table(first.register ?? '')
  const titles = [...columns].map((column) => titleOf(data, first.register, column))
  const who = first.unit === undefined || first.unit === '' ? '本县' : data.nameOf(first.unit)
  const { column: _, ...rest } = causeView(data, first)
  const word = group.some((cause) => cause.code === 'refused_cell') ? '未填或未被采用' : '未填'
  return [
    {
      ...rest,
      items: titles,
      message: `${who}的${table?.register.title ?? ''}${word}${quotedItems(titles)}`,
    },
  ]
}
