import type { TaskDetail, TaskFinding } from '@eduduty/core/collection/tasks'
import type { RuleOutcome, TypedRow } from '@eduduty/core/consistency'
import type { CellStore } from '../../platform/grid/cell-store.ts'
import { openFindings } from '../tasks/open-problems.ts'
import { formRows, gridRow, wireText } from './form-shape.ts'

/** The form as it is typed, also what the server has not seen. */
export function typedRows(detail: TaskDetail, cells: CellStore): readonly TypedRow[] {
  const { task, columns } = detail
  return formRows(detail).map(({ row_no }) => ({
    rowNo: row_no,
    texts: Object.fromEntries(
      columns.map((column) => [column.id, wireText(column, cells.get(gridRow(task, row_no), column.id).text)]),
    ),
  }))
}

/** Numbers of findings that only this page knows. */
const OWN_NUMBERS = 1_000_000

/** The form with what its own rules found here; what they cannot tell stays as the server told it. */
export function withFoundHere(detail: TaskDetail, { findings, notApplicable, filledCells }: RuleOutcome): TaskDetail {
  const personal = new Set(detail.columns.flatMap((column) => (column.personal === undefined ? [] : [column.id])))
  const kept = detail.findings.filter(
    ({ kind, columns }) => kind === 'outlier' || (kind === 'cell' && columns.some((column) => personal.has(column))),
  )
  const own = findings.map(({ rowNo, columns, ...finding }, at): TaskFinding => {
    const before = detail.findings.find((one) => one.check === finding.check && one.row_no === rowNo)
    const isSame = before?.left?.text === finding.left?.text && before?.right?.text === finding.right?.text
    const explanation = finding.kind === 'check' && isSame ? before?.explanation : undefined
    return {
      ...finding,
      // The server also knows where figures of other tables come from.
      advice: before?.advice ?? finding.advice,
      finding_no: OWN_NUMBERS + at,
      row_no: rowNo,
      columns: [...columns],
      ...(explanation !== undefined && { explanation }),
    }
  })
  const all = [...kept, ...own]
  return {
    ...detail,
    task: { ...detail.task, filled_cells: filledCells, ...countsOf(all) },
    findings: all,
    rows: formRows(detail).map((row) => ({
      ...row,
      not_applicable: [...(notApplicable.get(row.row_no) ?? row.not_applicable)],
    })),
  }
}

/** The counts of a table as its findings give them, in the words of the server. */
function countsOf(findings: readonly TaskFinding[]) {
  const hard = (...kinds: readonly TaskFinding['kind'][]): number =>
    findings.filter(({ kind, severity }) => severity === 'hard' && kinds.includes(kind)).length
  const soft_errors = findings.filter(({ severity }) => severity === 'soft').length
  const counts = {
    blank_cells: hard('blank'),
    cell_errors: hard('cell'),
    hard_errors: hard('check', 'outlier'),
    soft_errors,
    open_explanations: openFindings({ findings: [...findings] }).unexplained,
  }
  const isHard = counts.blank_cells + counts.cell_errors + counts.hard_errors > 0
  return { ...counts, check_state: isHard ? 'hard' : soft_errors > 0 ? 'soft' : 'clean' } as const
}
