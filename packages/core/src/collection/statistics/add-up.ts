import { rational, toJson } from '../../formula/index.ts'
import type { StatisticsFigure } from '../../packs/index.ts'
import { getDecimal } from '../decimal-text.ts'
import type { CellPlace } from '../register-row.ts'

/** One figure on the way into a column. */
export interface Term {
  readonly figure: StatisticsFigure
  /** 表号 of its sheet. */
  readonly number: string
  readonly value?: string
  readonly place?: CellPlace
}

/** How a value came about: the sum in words, and its cells. */
export interface Derivation {
  /** Exact number text. */
  readonly value: string
  /** 教基4155 L6 + 教基4156 U6 */
  readonly formula: string
  readonly cells: readonly CellPlace[]
  readonly remarks: readonly string[]
  /** Only stands in for what is not filled in. */
  readonly isStandIn: boolean
}

/** Adds the terms of one column; undefined while one of them is not known. */
export function addUp(terms: readonly Term[]): Derivation | undefined {
  let sum = rational.ZERO
  let formula = ''
  const cells: CellPlace[] = []
  for (const { figure, number, value, place } of terms) {
    if (value === undefined || place === undefined) return undefined
    const isMinus = figure.sign === 'minus'
    sum = isMinus ? rational.sub(sum, getDecimal(value)) : rational.add(sum, getDecimal(value))
    const sign = formula === '' ? (isMinus ? '− ' : '') : isMinus ? ' − ' : ' + '
    formula += `${sign}${number} ${place.cell}`
    cells.push(place)
  }
  if (cells.length === 0 || rational.compare(sum, rational.ZERO) < 0) return undefined
  const remarks = terms.flatMap(({ figure }) => figure.remark ?? [])
  const isStandIn = terms.some(({ figure }) => figure.only_blank === true)
  return { value: toJson(sum), formula, cells, remarks, isStandIn }
}
