import type { Column, StatisticsFigure } from '../../packs/index.ts'
import type { Finding } from '../finding.ts'
import { cellAt, type Grid, mergedTextAt, shownText } from '../grid.ts'
import { readHeading } from '../heading.ts'
import { readTableUnits } from '../heading-block.ts'
import { readCell } from '../read-cell.ts'
import { findUnit, isSameDimension, isSameUnit } from '../units.ts'
import type { BlockRow } from './find-label.ts'
import type { LabelledColumn } from './label-block.ts'

type FigureProblem = Pick<Finding, 'level' | 'code' | 'message' | 'advice'>

interface FigureCell {
  readonly grid: Grid
  readonly row: BlockRow
  readonly column: LabelledColumn
  readonly figure: StatisticsFigure
  /** The register column it is read for. */
  readonly declared: Column
}

interface FigureOutcome {
  readonly value?: string
  readonly problems: readonly FigureProblem[]
  readonly shown: string
}

/** Reads the cell of a figure in the unit that the sheet states. A blank cell is 未报, never 0. */
export function readFigureCell({ grid, row, column, figure, declared }: FigureCell): FigureOutcome {
  const merge = grid.findMerge(row.row.row, column.column)
  const cell = cellAt(grid.sheet, merge?.top ?? row.row.row, merge?.left ?? column.column)
  const shown = cell === undefined ? '' : shownText(cell.content).trim()
  if (shown === '') return { problems: [blank(figure)], shown }
  const unit = statedUnit({ grid, row, column, figure, declared })
  if (unit !== undefined && declared.unit !== undefined && !fits(unit, declared.unit))
    return { problems: [wrongUnit(figure, unit, declared.unit)], shown }
  const other = unit !== undefined && declared.unit !== undefined && !isSameUnit(unit, declared.unit)
  const { value, problem } = readCell(cell, other ? { column: declared, unit } : { column: declared })
  const problems = problem === undefined ? [] : [problem]
  return typeof value === 'string' && problem?.level !== 'error' ? { value, problems, shown } : { problems, shown }
}

const fits = (stated: string, own: string): boolean => isSameUnit(stated, own) || isSameDimension(stated, own)

/** The unit in the labels, in the unit column of the row, above the table, or as the layout says. */
function statedUnit({ grid, row, column, figure, declared }: FigureCell): string | undefined {
  const labels = [...row.row.labels.toReversed(), ...column.labels.toReversed()]
  for (const { text } of labels) {
    const { unit } = readHeading(text)
    if (unit !== undefined && findUnit(unit) !== undefined) return findUnit(unit)
  }
  const beside = row.block.columns.find(({ labels: own }) => /^(?:计量单位|单位)$/.test(own.at(-1)?.key ?? ''))
  const printed = beside === undefined ? undefined : findUnit(mergedTextAt(grid, row.row.row, beside.column))
  if (printed !== undefined) return printed
  const own = figure.unit ?? declared.unit
  const above = readTableUnits(grid, row.block.top).filter((unit) => own !== undefined && fits(unit, own))
  return above.length === 1 ? above[0] : figure.unit
}

function blank(figure: StatisticsFigure): FigureProblem {
  return {
    level: 'note',
    code: 'statistics_blank',
    message: `“${figure.title}”是空的，按未报处理`,
    advice: '确实为零的，请在统计表里填 0',
  }
}

function wrongUnit(figure: StatisticsFigure, stated: string, own: string): FigureProblem {
  return {
    level: 'error',
    code: 'unit_mismatch',
    message: `“${figure.title}”应以${own}计，表中写的单位是${stated}，没有采用`,
    advice: '核对单位后重新导出',
  }
}
