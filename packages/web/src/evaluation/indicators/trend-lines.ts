import type { NodeView, TrendAnswer } from '@eduduty/core/evaluation'
import type { Line } from '../../platform/chart/line-chart.tsx'
import { sortValue } from '../standard-line.ts'
import { indicatorMessages } from './messages.ts'

const says = indicatorMessages.page

/** One figure over the years. */
export interface Series {
  readonly name: string
  readonly points: TrendAnswer
}

/** What was reached in each year, and what was to be reached. */
export function linesOf(node: NodeView, series: readonly Series[], years: readonly number[]): Line[] {
  const factor = node.percent === true ? 100 : 1
  const at = (points: TrendAnswer, year: number) => points.find((one) => one.year === year)?.figure
  const number = (text: number | string | undefined) => (typeof text === 'number' ? text * factor : undefined)
  const values = series.map(({ name, points }) => ({
    name,
    values: years.map((year) => number(sortValue(at(points, year)))),
  }))
  const standards = series.map(({ name, points }) => ({
    name: series.length === 1 ? says.standardLine : `${name}${says.standardLine}`,
    isStandard: true,
    values: years.map((year) => {
      const value = at(points, year)?.standard?.value
      return value === undefined || !/^-?[\d.]+$/.test(value) ? undefined : Number(value) * factor
    }),
  }))
  return [...values, ...standards.filter(({ values: known }) => known.some((value) => value !== undefined))]
}
