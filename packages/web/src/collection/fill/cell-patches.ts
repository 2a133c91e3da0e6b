import type { FormColumn, FormRow, ReturnedCell, TaskDetail, TaskFinding } from '@eduduty/core/collection/tasks'
import type { CellPatch, GridCell } from '../../platform/grid/grid-model.ts'
import { formRows, gridRow, gridText, LAST_YEAR } from './form-shape.ts'
import { fillMessages as says } from './messages.ts'
import { askedCells, covers, openReturns } from './open-cells.ts'
import { permitOf } from './permits.ts'

/** What every cell of a form shows, as the server has it. */
export function cellPatches(detail: TaskDetail): readonly CellPatch[] {
  const notes = notesOn(detail)
  return formRows(detail).flatMap((row) => [
    ...detail.columns.map((column) => ({
      row: gridRow(detail.task, row.row_no),
      column: column.id,
      cell: cellOf(detail, notes, row, column),
    })),
    ...(detail.task.is_roster ? [] : lastYear(detail.columns, row)),
  ])
}

function lastYear(columns: readonly FormColumn[], row: FormRow): readonly CellPatch[] {
  return columns.map((column) => ({
    row: LAST_YEAR,
    column: column.id,
    cell: { text: gridText(column, row.last_year[column.id] ?? ''), state: 'saved' },
  }))
}

interface Notes {
  readonly wrong: ReadonlyMap<string, string>
  readonly doubted: ReadonlyMap<string, string>
  readonly returns: readonly ReturnedCell[]
  /** Wanted by the unit, and locked still. */
  readonly asked: readonly ReturnedCell[]
  /** Only what was sent back may be changed. */
  readonly isPartly: boolean
}

const place = (row: number, column: string): string => `${row}\t${column}`

function notesOn({ findings, returns, task }: TaskDetail): Notes {
  const wrong = new Map<string, string>()
  const doubted = new Map<string, string>()
  for (const finding of findings) {
    if (finding.kind === 'blank') continue
    const into = finding.severity === 'hard' ? wrong : doubted
    if (finding.explanation?.status === 'accepted') continue
    for (const column of finding.columns) {
      const key = place(finding.row_no, column)
      if (!into.has(key)) into.set(key, finding.message)
    }
  }
  const open = openReturns(returns)
  return {
    wrong,
    doubted,
    returns: open,
    asked: askedCells(returns),
    isPartly: task.state === 'returned' && open.length > 0,
  }
}

/** Of what is said of a cell the most urgent counts: wrong, sent back, doubted, locked. */
function cellOf(detail: TaskDetail, notes: Notes, row: FormRow, column: FormColumn): GridCell {
  const refused = row.refused[column.id]
  const text = refused ?? gridText(column, row.cells[column.id] ?? '')
  const key = place(row.row_no, column.id)
  const returned = notes.returns.find((one) => covers(one, row.row_no, column.id))
  if (!detail.is_locked && notes.isPartly && returned === undefined) {
    const isAsked = notes.asked.some((one) => covers(one, row.row_no, column.id))
    const why = permitOf(detail, 'ask_unlock') === undefined ? says.notReturned : says.onlyReturned
    return { text, state: 'locked', message: isAsked ? says.asked : why }
  }
  const wrong = notes.wrong.get(key) ?? (refused === undefined ? undefined : says.notTaken)
  if (wrong !== undefined) return { text, state: 'invalid', message: wrong }
  if (returned !== undefined && !returned.is_answered) {
    return {
      text,
      state: 'commented',
      message: says.returnedBecause(returned.reason, returned.due_on),
      note: says.returnedBecause(returned.reason, returned.due_on),
      by: returned.returned_by,
    }
  }
  const doubt = notes.doubted.get(key)
  if (doubt !== undefined) return { text, state: 'commented', message: doubt }
  if (row.not_applicable.includes(column.id))
    return { text, state: 'locked', message: says.notApplicable(detail.task.is_roster) }
  // Whoever only reads is told once, by the bar above; whoever would type is told at the cell.
  if (!detail.is_locked || permitOf(detail, 'fill') === undefined) return { text, state: 'saved' }
  return { text, state: 'locked', ...(detail.lock_why !== undefined && { message: detail.lock_why }) }
}

export const findingAt = (finding: TaskFinding, row: number, column: string): boolean =>
  finding.row_no === row && finding.columns.includes(column)
