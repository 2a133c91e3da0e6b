import type { ReactNode } from 'react'

/** One column of a ledger table. */
export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  /** Second and third line of the heading: unit, standard line, counts. */
  readonly under?: ReactNode
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
  /** Stays in sight when the table scrolls sideways; only leading columns. */
  readonly sticky?: boolean
  /** Text may use several lines; otherwise it is cut with an ellipsis. */
  readonly wrap?: boolean
  readonly cell: (row: Row) => ReactNode
  readonly cellClass?: (row: Row) => string | undefined
  /** What sorting compares: numbers by size, text by Chinese order, undefined always last. */
  readonly sortBy?: (row: Row) => number | string | undefined
}

export interface Sort {
  readonly key: string
  readonly descending: boolean
}

const byText = new Intl.Collator('zh-CN', { numeric: true })

/** A sorted copy; the order of equal rows is kept. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const by = columns.find((column) => column.key === sort?.key)?.sortBy
  if (sort === undefined || by === undefined) return rows
  const sign = sort.descending ? -1 : 1
  return [...rows].sort((a, b) => compare(by(a), by(b), sign))
}

function compare(a: number | string | undefined, b: number | string | undefined, sign: number): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * byText.compare(String(a), String(b))
}

/** `-名称` is descending; the form in which a sort stands in the address. */
export function parseSort(text: string | undefined): Sort | undefined {
  if (text === undefined) return undefined
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false }
}

/** First click ascending, second descending, third as it came. */
export function nextSort(sort: Sort | undefined, key: string): string | undefined {
  if (sort?.key !== key) return key
  return sort.descending ? undefined : `-${key}`
}

/** Distance of a sticky column from the left edge. */
export function stickyLeft<Row>(columns: readonly Column<Row>[], index: number): number | undefined {
  if (columns[index]?.sticky !== true) return undefined
  return columns.slice(0, index).reduce((sum, column) => sum + column.width, 0)
}
