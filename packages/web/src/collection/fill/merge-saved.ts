import type { CellResult, FormRow, SavedCells, TaskDetail } from '@eduduty/core/collection/tasks'
import { formRows } from './form-shape.ts'

/** The form as it stands after a batch was saved. */
export function mergeSaved(detail: TaskDetail, saved: SavedCells): TaskDetail {
  const notApplicable = new Map(saved.not_applicable.map(({ row_no, columns }) => [row_no, columns]))
  const rows = begun(detail, saved.results).map((row) => {
    const own = saved.results.filter((result) => result.row_no === row.row_no)
    const withCells = own.reduce(withResult, row)
    const not_applicable = notApplicable.get(row.row_no)
    return not_applicable === undefined ? withCells : { ...withCells, not_applicable }
  })
  return { ...detail, rows, task: { ...detail.task, ...saved.task }, findings: saved.findings }
}

/** The one row of a form that nobody had touched gets its number with its first cell. */
function begun({ task, rows }: TaskDetail, results: readonly CellResult[]): readonly FormRow[] {
  const first = results[0]
  if (task.is_roster || first === undefined) return rows
  return formRows({ task, rows }).map((row) => ({ ...row, row_no: first.row_no }))
}

function withResult(row: FormRow, { column, state, text }: CellResult): FormRow {
  const cells = { ...row.cells }
  const refused = { ...row.refused }
  delete cells[column]
  delete refused[column]
  if (state === 'invalid') refused[column] = text
  else if (text !== '') cells[column] = text
  return { ...row, cells, refused }
}
