import type { CellValue } from '../collection/index.ts'
import {
  type Bounds,
  type Cause,
  doubtful,
  fromDecimal,
  fromJson,
  known,
  missing,
  type Value,
} from '../formula/index.ts'
import type { Column } from '../packs/index.ts'
/** What a cell holds as a value of the formula language. Numbers come as exact text, decimal or fraction; undefined = 未报. */
export function cellValue(column: Column, cell: CellValue | undefined, cause: () => Cause): Value {
  if (cell === undefined) return missing([cause()], boundsOf(column))
  switch (column.type) {
    case 'boolean':
      return known(typeof cell === 'boolean' ? cell : cell === 'true' || cell === '是')
    case 'date':
      return known({ date: String(cell) })
    case 'integer':
    case 'number':
    case 'year': {
      const number = fromJson(String(cell))
      return number === undefined ? missing([cause()], boundsOf(column)) : known(number)
    }
    case 'text':
    case 'code':
      return known(String(cell))
  }
}

/** Limits that the register declares for a number column. */
export function boundsOf(column: Column): Bounds | undefined {
  if (column.min === undefined && column.max === undefined) return undefined
  return {
    low: column.min === undefined ? undefined : fromDecimal(column.min),
    high: column.max === undefined ? undefined : fromDecimal(column.max),
  }
}

/** The same content, flagged 存疑 with the checks that failed. */
export function withDoubt(value: Value, causes: readonly Cause[]): Value {
  if (causes.length === 0 || value.content === undefined) return value
  const doubted = doubtful(value.content, [...value.causes, ...causes])
  return value.square === undefined ? doubted : { ...doubted, square: value.square }
}
