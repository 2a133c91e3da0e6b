import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from '../tasks/get-task.ts'

/** Row 0 with a column: the column in every row; a row without a column: the row; neither: the whole form. */
export interface CellAt {
  readonly row_no: number
  readonly column: string
}

export interface CellToOpen extends CellAt {
  readonly reason: string
  /** To be mended; opened along; asked for and not granted yet. Only the first has to be answered. */
  readonly purpose: 'mend' | 'linked' | 'asked'
  readonly found: string
}

interface Opening {
  readonly cells: readonly CellToOpen[]
  readonly due_on: string
  /** The request that asks for them. */
  readonly requestId?: string
}

/** Keeps which cells of a returned task are open, and why. */
export async function openCells(ctx: Ctx, { row }: Task, { cells, due_on, requestId }: Opening): Promise<void> {
  await ctx.db.loadRows(
    'collection_returned_cells',
    [
      'county_code',
      'return_id',
      'task_id',
      'submission_id',
      'row_no',
      'column_id',
      'found_text',
      'reason',
      'purpose',
      'due_on',
      'returned_by',
      'returned_at',
      'answered_at',
      'request_id',
      'org_path',
    ],
    cells.map((cell) => [
      row.county_code,
      randomUUID(),
      row.task_id,
      row.submission_id ?? '',
      cell.row_no,
      cell.column,
      cell.found,
      cell.reason,
      cell.purpose,
      due_on,
      ctx.actor.name,
      ctx.now,
      cell.purpose === 'mend' ? null : ctx.now,
      requestId ?? null,
      row.org_path,
    ]),
  )
}

/** Those of the cells that are not among `known`, each once. */
export function cellsBeyond(cells: readonly CellAt[], known: readonly CellAt[]): readonly CellAt[] {
  const seen = new Set(known.map(placeOf))
  return cells.filter((cell) => !seen.has(placeOf(cell)) && seen.add(placeOf(cell)))
}

const placeOf = ({ row_no, column }: CellAt): string => `${row_no} ${column}`
