import type { TaskDetail, TaskFinding } from '@eduduty/core/collection/tasks'
import type { RuleOutcome, TypedRow } from '@eduduty/core/consistency'
import type { CellStore } from '../../platform/grid/cell-store.ts'
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
export function withFoundHere(detail: TaskDetail, { findings, notApplicable }: RuleOutcome): TaskDetail {
  const kept = detail.findings.filter(({ kind }) => kind === 'cell' || kind === 'outlier')
  const own = findings.map(({ rowNo, columns, ...finding }, at): TaskFinding => {
    const before = detail.findings.find((one) => one.check === finding.check && one.row_no === rowNo)
    const isSame = before?.left?.text === finding.left?.text && before?.right?.text === finding.right?.text
    const explanation = finding.kind === 'check' && isSame ? before?.explanation : undefined
    return {
      ...finding,
      finding_no: OWN_NUMBERS + at,
      row_no: rowNo,
      columns: [...columns],
      ...(explanation !== undefined && { explanation }),
    }
  })
  return {
    ...detail,
    findings: [...kept, ...own],
    rows: formRows(detail).map((row) => ({
      ...row,
      not_applicable: [...(notApplicable.get(row.row_no) ?? row.not_applicable)],
    })),
  }
}
