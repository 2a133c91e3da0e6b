import type { Register } from '../packs/index.ts'
import type { Finding } from './finding.ts'
import { groupBy } from './group-by.ts'
import { nameUnit } from './name-unit.ts'
import type { ReadRows } from './read-rows.ts'
import { findNameColumn, isLost, keyColumns } from './reading-plan.ts'
import { findCellPlace, type RegisterRow } from './register-row.ts'

export interface SettledRows extends ReadRows {
  /** Part as read → the row it became part of. */
  readonly joined: ReadonlyMap<RegisterRow, RegisterRow>
}

/**
 * One row for each unit and year of a register. The same row twice is kept once with a note; rows from sheets that
 * each hold other columns are joined; two different rows refuse each other, and both places are named: what is left is
 * one row with its key alone, so that the unit still counts. Lost rows are nobody's duplicates.
 */
export function settleDuplicates(rows: readonly RegisterRow[], registers: readonly Register[]): SettledRows {
  const byId = new Map(registers.map((register) => [register.id, register]))
  const isNobodys = (row: RegisterRow): boolean => {
    const register = byId.get(row.register)
    return register !== undefined && isLost(register, row)
  }
  const groups = groupBy(
    rows.filter((row) => !isNobodys(row)),
    (row) => {
      const register = byId.get(row.register)
      const key = register === undefined ? [] : keyColumns(register).map((column) => row.values[column.id] ?? null)
      return JSON.stringify([row.register, row.year, ...key])
    },
  )
  const kept: RegisterRow[] = rows.filter(isNobodys)
  const findings: Finding[] = []
  const joined = new Map<RegisterRow, RegisterRow>()
  for (const group of groups.values()) {
    const [first] = group
    const register = byId.get(first?.register ?? '')
    if (first === undefined || register === undefined) continue
    if (group.length === 1) kept.push(first)
    else if (group.every((row) => isSameRow(row, first))) {
      kept.push(first)
      findings.push(...describeRepeats(group, first, register))
    } else if (areParts(group)) {
      const whole = joinParts(group, first)
      kept.push(whole)
      for (const part of group) joined.set(part, whole)
    } else {
      kept.push(...refuseAll(group, first, register))
      findings.push(...describeConflict(group, register))
    }
  }
  return { rows: kept, findings, joined }
}

/** Parts of one row: from different sheets, and wherever they differ, one of the sheets has no such column. */
function areParts(group: readonly RegisterRow[]): boolean {
  const sheets = new Set(group.map((row) => JSON.stringify([row.source.file, row.source.sheet])))
  if (sheets.size < group.length) return false
  const columns = new Set(group.flatMap((row) => Object.keys(row.values)))
  return [...columns].every((column) => {
    const having = group.filter((row) => row.source.cellOf(column) !== undefined || row.values[column] !== undefined)
    return new Set(having.map((row) => row.values[column])).size === 1
  })
}

function joinParts(group: readonly RegisterRow[], first: RegisterRow): RegisterRow {
  const values = Object.fromEntries(group.toReversed().flatMap((row) => Object.entries(row.values)))
  const placeOf = (column: string) => {
    const part =
      group.find((row) => row.values[column] !== undefined) ??
      group.find((row) => row.source.cellOf(column) !== undefined)
    return part === undefined ? undefined : findCellPlace(part.source, column)
  }
  const source = { ...first.source, cellOf: (column: string) => first.source.cellOf(column), placeOf }
  const refused = group.flatMap((row) => Object.entries(row.refused?.cells ?? {}))
  const { refused: _, ...plain } = first
  return {
    ...plain,
    values,
    source,
    ...(refused.length === 0 ? {} : { refused: { cells: Object.fromEntries(refused) } }),
  }
}

/** The unit with nothing but its key. Rows with different names may be two units under one code: the others are lost. */
function refuseAll(group: readonly RegisterRow[], first: RegisterRow, register: Register): readonly RegisterRow[] {
  const name = findNameColumn(register)?.id ?? ''
  const names = new Set(group.map((row) => row.values[name]))
  const kept = new Set(keyColumns(register).map((column) => column.id))
  if (names.size === 1) kept.add(name)
  const values = Object.fromEntries(Object.entries(first.values).filter(([column]) => kept.has(column)))
  const places = group.map((row) => placeOf(row, register)).join('、')
  const whole = { ...first, values, refused: { row: `报了 ${group.length} 份且不一致（${places}）` } }
  if (names.size === 1 || kept.size === 0) return [whole]
  const others = group.filter((row) => row.values[name] !== first.values[name])
  return [whole, ...others.map((row) => ({ ...row, values: {}, refused: { row: placeOf(row, register) } }))]
}

/** Columns that one sheet lacks are no gap when all its rows were completed from other sheets. */
export function dropFilledGaps(findings: readonly Finding[], settled: SettledRows): readonly Finding[] {
  if (settled.joined.size === 0) return findings
  const bySheet = groupBy(settled.joined, ([part]) =>
    JSON.stringify([part.source.file, part.source.sheet, part.register]),
  )
  return findings.filter(({ code, column, file, sheet, register }) => {
    if (code !== 'missing_column' || column === undefined) return true
    const parts = bySheet.get(JSON.stringify([file, sheet, register]))
    return parts === undefined || parts.some(([, whole]) => whole.values[column] === undefined)
  })
}

function isSameRow(left: RegisterRow, right: RegisterRow): boolean {
  const columns = new Set([...Object.keys(left.values), ...Object.keys(right.values)])
  return [...columns].every((column) => left.values[column] === right.values[column])
}

function describeRepeats(group: readonly RegisterRow[], first: RegisterRow, register: Register): readonly Finding[] {
  const message = `与 ${placeOf(first, register)} 完全相同，只采用一次`
  return group.slice(1).map((row) => describe(row, register, { level: 'note', code: 'repeated_row', message }))
}

function describeConflict(group: readonly RegisterRow[], register: Register): readonly Finding[] {
  const columns = register.columns.filter((column) => new Set(group.map((row) => row.values[column.id])).size > 1)
  const named = columns
    .slice(0, 5)
    .map((column) => column.title)
    .join('、')
  return group.map((row) => {
    const others = group
      .filter((other) => other !== row)
      .map((other) => placeOf(other, register))
      .join('、')
    const message = `${register.row_is.replace(/^一/, '同一')}在同一年报了多次，与 ${others} 不一致（${named}${columns.length > 5 ? ' 等' : ''}），都没有采用`
    return describe(row, register, {
      level: 'error',
      code: 'duplicate_unit',
      message,
      advice: '删去错误或过时的一份，只留一份',
    })
  })
}

function placeOf(row: RegisterRow, register: Register): string {
  const cell = row.source.cellOf(keyColumns(register)[0]?.id ?? '') ?? ''
  return `${row.source.file}“${row.source.sheet}”${cell}`
}

/** A finding on the cell that holds the key of a row. */
function describe(row: RegisterRow, register: Register, what: Pick<Finding, 'level' | 'code' | 'message' | 'advice'>) {
  const key = keyColumns(register)[0]
  const cell = key === undefined ? undefined : row.source.cellOf(key.id)
  return {
    ...what,
    file: row.source.file,
    sheet: row.source.sheet,
    ...(cell === undefined ? {} : { cell }),
    register: register.id,
    ...(key === undefined ? {} : { column: key.id }),
    ...nameUnit(register, row.values),
  }
}
