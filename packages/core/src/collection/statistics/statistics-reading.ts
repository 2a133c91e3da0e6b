import type { StatisticsFigure, StatisticsSheet } from '../../packs/index.ts'
import type { Finding } from '../finding.ts'
import type { CellPlace } from '../register-row.ts'
import type { SchoolLabels } from './find-school.ts'
import type { FullLayout } from './layouts.ts'

/** What one figure of a sheet came to: a value with its cell, or nothing, of which a finding tells. */
export interface FigureReading {
  readonly figure: StatisticsFigure
  /** Exact number text in the unit of the target column; undefined: not read. */
  readonly value?: string
  readonly place?: CellPlace
  /** What is wrong with it; said only where the school has the figure's stage. */
  readonly findings: readonly Finding[]
  /** The row or column that the sheet does not have: “总计”行. */
  readonly missing?: string
}

/** One statistics sheet as read, before it is known what other sheets say of the same school. */
export interface StatisticsReading {
  readonly file: string
  readonly sheet: string
  readonly layout: FullLayout
  readonly layoutSheet: StatisticsSheet
  /** The layout is an earlier year's. */
  readonly isBorrowed: boolean
  readonly number: string
  readonly year: number | undefined
  readonly school: SchoolLabels
  readonly figures: readonly FigureReading[]
}

export interface StatisticsSheetResult {
  /** Undefined: the sheet is one of the statistics, and nothing of it is used. */
  readonly reading?: StatisticsReading
  readonly findings: readonly Finding[]
}
