import type { DataRow, Evaluation } from '../../evaluation/index.ts'
import type { Column, Comparison, OutlierRule } from '../../packs/index.ts'
import { findRepeats } from './find-repeats.ts'
import {
  type Distance,
  levelDistance,
  levelOf,
  type MeasuredCell,
  type PeerLevel,
  type PeerTrend,
  strangeness,
  trendDistance,
  trendOf,
} from './judge-cell.ts'
import { floatOf, type PeerRow, peerRows } from './measured-row.ts'
import type { Outlier } from './outlier.ts'
import { outlierSentence } from './outlier-words.ts'
import { groupPeers, type PeerGroup } from './peer-groups.ts'
import { findSlip } from './slips.ts'

/** Questions about one form beyond this are not read any more. */
const MOST_PER_FORM = 6

/** Cells that stand out among their peers and against the year before, strangest first, a handful for each form. */
export function findOutliers(evaluation: Evaluation): readonly Outlier[] {
  return [...stepOutliers(evaluation)].flat()
}

/** The same column by column; what was found comes with the last column of a rule. */
export function* stepOutliers(evaluation: Evaluation): Generator<readonly Outlier[], void> {
  for (const rule of evaluation.plan.pack.outliers ?? []) {
    const peers = peerRows(evaluation, rule)
    const repeats = findRepeats(evaluation, rule, peers)
    const whole = new Set(repeats.map(({ row }) => row))
    yield []
    const cells: Outlier[] = []
    for (const comparison of rule.compare) {
      cells.push(...compareColumn(evaluation, rule, comparison, peers))
      yield []
    }
    yield [...repeats, ...mostStrange(cells.filter(({ row }) => !whole.has(row)))]
  }
}

function mostStrange(outliers: readonly Outlier[]): readonly Outlier[] {
  const counts = new Map<DataRow, number>()
  return outliers
    .toSorted((a, b) => b.score - a.score)
    .filter(({ row }) => {
      const count = (counts.get(row) ?? 0) + 1
      counts.set(row, count)
      return count <= MOST_PER_FORM
    })
}

interface Cell extends MeasuredCell {
  readonly peer: PeerRow
}

function compareColumn(
  evaluation: Evaluation,
  rule: OutlierRule,
  comparison: Comparison,
  peers: readonly PeerRow[],
): readonly Outlier[] {
  const column = evaluation.plan.register(rule.register)?.columns.find(({ id }) => id === comparison.column)
  if (column === undefined) return []
  if (comparison.fixed === true) return changedCells(evaluation, rule, column, peers)
  const least = Number(comparison.least ?? 0)
  const cells = measure(evaluation, rule, comparison, peers)
  const groupOf = groupPeers(rule, cells)
  const usual = new Map<PeerGroup<Cell>, { level: PeerLevel | undefined; trend: PeerTrend | undefined }>()
  return cells.flatMap((cell) => {
    const group = groupOf(cell)
    const known = usual.get(group) ?? { level: levelOf(group.members, least), trend: trendOf(group.members, least) }
    usual.set(group, known)
    const level = known.level && levelDistance(cell, known.level, least)
    const trend = known.trend && trendDistance(cell, known.trend, least)
    const score = strangeness(level, trend)
    if (score === 0 || !isWanted(comparison, trend ?? level)) return []
    const { row } = cell.peer
    const slip = findSlip({
      value: cell.value,
      unit: column.unit,
      expected: [trend, level].flatMap((witness) => witness?.expected ?? []),
      before: cell.before,
      others: otherCells(row, column),
      least,
      whole: column.type === 'integer',
    })
    const message = outlierSentence({
      title: column.title,
      unit: column.unit ?? '',
      value: cell.value,
      per: comparison.per,
      rate: cell.base === undefined || cell.base <= 0 ? undefined : cell.value / cell.base,
      level: known.level,
      alike: group.alike,
      before: cell.before,
      beforeYear: evaluation.data.year - 1,
      slip,
    })
    return [{ register: rule.register, row, column: column.id, score, message }]
  })
}

const isWanted = ({ direction }: Comparison, witness: Distance | undefined): boolean =>
  direction === undefined || witness === undefined || witness.off > 0 === (direction === '偏大')

function measure(
  evaluation: Evaluation,
  rule: OutlierRule,
  comparison: Comparison,
  peers: readonly PeerRow[],
): readonly Cell[] {
  const bases = comparison.per && baseOf(evaluation, rule, comparison.per.formula, peers)
  return peers.flatMap((peer, at) => {
    const value = floatOf(peer.row.get(comparison.column))
    if (value === undefined || value < 0) return []
    const base = bases?.[at]
    const before = peer.before && floatOf(peer.before.get(comparison.column))
    return [{ peer, value, base, before: before !== undefined && before >= 0 ? before : undefined }]
  })
}

const basesOf = new WeakMap<readonly PeerRow[], Map<string, readonly (number | undefined)[]>>()

/** What the cells are divided by; many columns are divided by the same. */
function baseOf(
  evaluation: Evaluation,
  rule: OutlierRule,
  formula: string,
  peers: readonly PeerRow[],
): readonly (number | undefined)[] {
  const kept = basesOf.get(peers) ?? new Map<string, readonly (number | undefined)[]>()
  basesOf.set(peers, kept)
  const made = kept.get(formula)
  if (made !== undefined) return made
  const program = evaluation.plan.program({ register: rule.register }, formula)
  const bases = peers.map(({ row }) => floatOf(program.run(evaluation.atRow(row))))
  kept.set(formula, bases)
  return bases
}

/** Columns that stand next to each other in the form are easily taken for each other. */
function otherCells(row: DataRow, column: Column) {
  const { columns } = row.table.register
  const own = columns.indexOf(column)
  return columns.flatMap((other, at) => {
    const value = other === column || other.unit === undefined ? undefined : floatOf(row.get(other.id))
    return value === undefined ? [] : [{ title: other.title, value, neighbour: Math.abs(at - own) === 1 }]
  })
}

function changedCells(
  evaluation: Evaluation,
  rule: OutlierRule,
  column: Column,
  peers: readonly PeerRow[],
): readonly Outlier[] {
  return peers.flatMap(({ row, before }) => {
    const [now, then] = [row.source.values[column.id], before?.source.values[column.id]]
    if (now === undefined || then === undefined || now === then) return []
    const shown = (cell: string | boolean): string => (typeof cell === 'boolean' ? (cell ? '是' : '否') : cell)
    const message = `“${column.title}”填${shown(now)}，${evaluation.data.year - 1}年填的是${shown(then)}，这一项各年应当相同，请核对是哪一年填错`
    return [{ register: rule.register, row, column: column.id, score: 20, message }]
  })
}
