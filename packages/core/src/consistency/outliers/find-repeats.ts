import type { DataRow, Evaluation } from '../../evaluation/index.ts'
import type { OutlierRule } from '../../packs/index.ts'
import type { PeerRow } from './measured-row.ts'
import type { Outlier } from './outlier.ts'

/** So many powers of ten against chance before a form is said to repeat another. */
const UNLIKELY = 12
/** A form that repeats the other in every cell needs less. */
const UNLIKELY_WHOLE = 4
/** A value that more units than this share says nothing about copying. */
const RARE = 4
const LOWEST_RATE = 0.01

/**
 * Whole forms that repeat the same unit's form of the year before, or another unit's. Each equal cell counts by how
 * rarely such cells are equal by chance, so that zeros and buildings that stay the same count for little.
 */
export function findRepeats(evaluation: Evaluation, rule: OutlierRule, peers: readonly PeerRow[]): readonly Outlier[] {
  const columns = rule.compare.filter(({ fixed }) => fixed !== true).map(({ column }) => column)
  return [...lastYearAgain(evaluation, rule, columns, peers), ...anothersForm(evaluation, rule, columns, peers)]
}

const cellOf = (row: DataRow, column: string): string | undefined => {
  const cell = row.source.values[column]
  return cell === undefined || cell === '0' ? undefined : String(cell)
}

function lastYearAgain(
  evaluation: Evaluation,
  rule: OutlierRule,
  columns: readonly string[],
  peers: readonly PeerRow[],
): readonly Outlier[] {
  const rates = new Map(
    columns.map((column) => {
      const pairs = peers.flatMap(({ row, before }) => {
        const [now, then] = [cellOf(row, column), before && cellOf(before, column)]
        return now === undefined || then === undefined ? [] : [now === then]
      })
      const same = pairs.filter((equal) => equal).length
      return [column, Math.max(LOWEST_RATE, (same + 1) / (pairs.length + 2))]
    }),
  )
  return peers.flatMap(({ row, before }) => {
    if (before === undefined) return []
    const filled = columns.filter((column) => cellOf(row, column) !== undefined)
    const same = filled.filter((column) => cellOf(row, column) === cellOf(before, column))
    const against = same.reduce((sum, column) => sum - Math.log10(rates.get(column) ?? 1), 0)
    if (against < (same.length === filled.length ? UNLIKELY_WHOLE : UNLIKELY)) return []
    const message = `与${evaluation.data.year - 1}年的表相同的有${same.length}项（共填${filled.length}项非零数字），其他学校没有这样多，可能是把上年的表又报了一次，请按今年的数据填报`
    return [{ register: rule.register, row, column: undefined, score: against, message }]
  })
}

function anothersForm(
  evaluation: Evaluation,
  rule: OutlierRule,
  columns: readonly string[],
  peers: readonly PeerRow[],
): readonly Outlier[] {
  const against = new Map<DataRow, Map<DataRow, { score: number; same: number }>>()
  for (const column of columns) {
    const holders = new Map<string, DataRow[]>()
    for (const { row } of peers) {
      const cell = cellOf(row, column)
      if (cell !== undefined) holders.set(cell, [...(holders.get(cell) ?? []), row])
    }
    for (const rows of holders.values()) {
      if (rows.length < 2 || rows.length > RARE) continue
      const score = -Math.log10(rows.length / Math.max(peers.length, 2))
      for (const row of rows)
        for (const other of rows) {
          if (row === other) continue
          const found = against.get(row) ?? new Map<DataRow, { score: number; same: number }>()
          against.set(row, found)
          const before = found.get(other) ?? { score: 0, same: 0 }
          found.set(other, { score: before.score + score, same: before.same + 1 })
        }
    }
  }
  return [...against].flatMap(([row, others]) => {
    const [best] = [...others].toSorted((a, b) => b[1].score - a[1].score)
    const filled = columns.filter((column) => cellOf(row, column) !== undefined).length
    if (best === undefined || best[1].score < UNLIKELY || best[1].same * 3 < filled) return []
    const [other, { score, same }] = best
    const message = `有${same}项少见的数字与${evaluation.data.nameOf(other.unit)}完全相同，可能是抄了另一所学校的表，请两校都按自己的数据核对`
    return [{ register: rule.register, row, column: undefined, score, message }]
  })
}
