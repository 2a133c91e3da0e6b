import type { RegisterRow } from '../../collection/index.ts'
import type { Cause } from '../../formula/index.ts'
import { CountyFacade } from '../county-facade.ts'
import type { Doubts } from '../dataset.ts'
import { type CountyInput, frameOf, type StandingCounty, standCounty } from '../evaluate-county.ts'
import type { YearResult } from '../evaluate-year.ts'
import type { Assumed } from '../evaluated-year.ts'
import { Evaluation } from '../evaluation.ts'
import { joinDoubts } from '../run-checks.ts'
import type { YearData } from '../year-data.ts'
import { type ChangedCells, type Reach, reachOf } from './reach.ts'
import { renewOutcomes } from './renew-outcomes.ts'
import { cellsOf, placeOfRow, type RowEdit, rowsOf } from './row-edit.ts'

export interface Recomputed {
  readonly standing: StandingCounty
  /** What may have come out differently; `all` where everything was evaluated anew. */
  readonly reach: Reach | 'all'
}

/** What is different: rows, and figures that are taken to have another value. */
export interface CountyChange {
  readonly edits: readonly RowEdit[]
  /** In place of what was assumed before. */
  readonly assumed?: Assumed
}

/**
 * The county after a change: the same to the digit as evaluating all rows anew, but only what the changes
 * reach is worked out. What is said of the rows as a whole (findings) is not renewed.
 */
export function recompute(standing: StandingCounty, { edits, assumed }: CountyChange): Recomputed {
  const { input, result } = standing
  const cells = cellsOf(result.first.data, edits)
  const after = inputAfter(input, edits, assumed)
  if (cells === undefined) return { standing: standCounty(after), reach: 'all' }
  const first = renewed(result.first, dataAfter(result.first.data, edits, new Map()), cells, assumed)
  const outcomes = renewOutcomes(result.outcomes, first.evaluation, cells, first.reach)
  const doubts = joinDoubts(outcomes.values())
  const doubted = doubtedCells(result, first.evaluation.data, doubts, edits)
  const hadNone = result.evaluation === result.first
  const second =
    hadNone && doubts.size === 0
      ? first
      : renewed(
          result.evaluation,
          dataAfter(result.evaluation.data, edits, doubts, doubted),
          [...cells, ...doubted],
          assumed,
        )
  // Without doubts both are the same; what the change reaches still counts what was doubtful before.
  const evaluation = doubts.size === 0 ? first.evaluation : second.evaluation
  const { county } = standing
  const frame = frameOf(after, county.frame.findings, county.frame.earlier)
  return {
    standing: {
      input: after,
      county: new CountyFacade(evaluation, frame, county.previous),
      result: { first: first.evaluation, outcomes, doubts, evaluation },
    },
    reach: second.reach,
  }
}

/** Results that a database computed before the change say nothing of it. */
function inputAfter(input: CountyInput, edits: readonly RowEdit[], assumed: Assumed | undefined): CountyInput {
  const { aggregates: _, assumed: __, ...plain } = input
  return { ...plain, rows: withEdits(input.rows, edits), ...(assumed === undefined ? {} : { assumed }) }
}

function renewed(
  from: Evaluation,
  data: YearData,
  cells: readonly ChangedCells[],
  assumed: Assumed | undefined,
): { readonly evaluation: Evaluation; readonly reach: Reach } {
  const figures = new Set([...(from.options.assumed?.keys() ?? []), ...(assumed?.keys() ?? [])])
  const reach = reachOf(from.plan, (grain) => from.subjects(grain), cells, figures)
  const { aggregates: _, assumed: __, ...plain } = from.options
  const options = { ...plain, ...(assumed === undefined ? {} : { assumed }) }
  return { evaluation: new Evaluation(from.plan, data, options, { from, reach }), reach }
}

/** The rows in the same order: a row that takes another one's place stands where that one stood. */
function withEdits(rows: readonly RegisterRow[], edits: readonly RowEdit[]): readonly RegisterRow[] {
  const replaced = new Map(
    edits.flatMap(({ before, after }) => (before === undefined ? [] : [[before, after] as const])),
  )
  const kept = rows.flatMap((row) => (replaced.has(row) ? (replaced.get(row) ?? []) : [row]))
  return [
    ...kept,
    ...edits.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : [])),
  ]
}

function dataAfter(
  data: YearData,
  edits: readonly RowEdit[],
  doubts: Doubts,
  doubted: readonly ChangedCells[] = [],
): YearData {
  const touched = new Set([
    ...edits.flatMap((edit) => rowsOf(edit).map(({ register }) => register)),
    ...doubted.map(({ register }) => register),
  ])
  const rows = [...touched].map((register): [string, readonly RegisterRow[]] => {
    const own = edits.filter((edit) => rowsOf(edit).some((row) => row.register === register))
    return [register, withEdits(data.table(register)?.sources ?? [], own)]
  })
  return data.withRows(new Map(rows), doubts)
}

/** Cells that are doubted now and were not, or the other way round, or for other reasons. */
function doubtedCells(
  { doubts: before }: YearResult,
  data: YearData,
  doubts: Doubts,
  edits: readonly RowEdit[],
): ChangedCells[] {
  const now = new Map(edits.map(({ before: row, after }) => [row, after]))
  const pairs = [
    ...[...before.keys()].map((row) => [row, now.has(row) ? now.get(row) : row] as const),
    ...[...doubts.keys()].filter((row) => !before.has(row)).map((row) => [undefined, row] as const),
  ]
  return pairs.flatMap(([was, is]) => {
    const row = is ?? was
    if (row === undefined) return []
    const columns = differing(was && before.get(was), is && doubts.get(is))
    if (columns.size === 0) return []
    return [{ ...placeOfRow(data, row), columns }]
  })
}

type CellDoubts = ReadonlyMap<string, readonly Cause[]> | undefined

function differing(before: CellDoubts, after: CellDoubts): ReadonlySet<string> {
  const columns = [...(before?.keys() ?? []), ...(after?.keys() ?? [])]
  const text = (causes: readonly Cause[] | undefined): string => JSON.stringify(causes?.map(({ message }) => message))
  return new Set(columns.filter((column) => text(before?.get(column)) !== text(after?.get(column))))
}
