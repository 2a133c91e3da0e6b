import {
  assembleStatistics,
  codesByName,
  dropFilledGaps,
  type Finding,
  type RegisterRow,
  type SchoolReading,
  type StatisticsDifference,
  type StatisticsRow,
  settleDuplicates,
  useStatistics,
} from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'

/** What the statistics workbooks of a folder say, and where the filled forms say otherwise. */
export interface FolderStatistics {
  readonly rows: readonly StatisticsRow[]
  readonly differences: readonly StatisticsDifference[]
  /** Names of the files that they stand in. */
  readonly files: ReadonlySet<string>
}

export interface RowsAsRead {
  readonly rows: readonly RegisterRow[]
  readonly readings: readonly SchoolReading[]
  readonly findings: readonly Finding[]
}

export interface SettledFolder {
  readonly rows: readonly RegisterRow[]
  /** Those that still hold, those of settling, those of the statistics. */
  readonly findings: { readonly kept: readonly Finding[]; readonly added: readonly Finding[] }
  readonly statistics: FolderStatistics
}

/** One row for each unit and year: duplicates settled, then what is lacking taken from the statistics. */
export function settleRows(read: RowsAsRead, registers: readonly Register[]): SettledFolder {
  const settled = settleDuplicates(read.rows, registers)
  const assembled = assembleStatistics(read.readings, registers, codesByName(settled.rows, registers))
  const used = useStatistics(settled.rows, assembled.rows, registers)
  return {
    rows: used.rows,
    findings: {
      kept: dropFilledGaps(read.findings, settled),
      added: [...settled.findings, ...assembled.findings, ...used.findings],
    },
    statistics: {
      rows: assembled.rows,
      differences: used.differences,
      files: new Set(read.readings.map(({ file }) => file)),
    },
  }
}
