import type { CellProblem } from '../collection/index.ts'
import type { Column, Register } from '../packs/index.ts'
import type { FailedCheck } from './check-form.ts'

/** What is wrong with a form, as its page tells it. */
export interface FormFinding {
  readonly kind: 'check' | 'blank' | 'cell'
  readonly severity: 'hard' | 'soft'
  readonly code: string
  readonly check: string
  readonly title: string
  readonly rowNo: number
  readonly columns: readonly string[]
  readonly message: string
  readonly advice: string
  readonly left?: { readonly label: string; readonly text: string }
  readonly right?: { readonly label: string; readonly text: string }
}

/** A failed check; `rowNos` are the numbers of the form's rows in order. */
export function checkFinding(failed: FailedCheck, rowNos: readonly number[]): FormFinding {
  const hard = failed.severity === '强制'
  const [left, right] = failed.sides
  return {
    kind: 'check',
    severity: hard ? 'hard' : 'soft',
    code: hard ? 'hard_check' : 'soft_check',
    check: failed.check,
    title: failed.title,
    rowNo: rowNos[failed.cells[0]?.row ?? 0] ?? 0,
    columns: failed.cells.map(({ column }) => column),
    message: failed.message,
    advice: hard ? '请对照两边，改正错的一边' : '请核实；情况属实的，请写明原因',
    ...(left !== undefined && { left: { label: left.label, text: left.value } }),
    ...(right !== undefined && { right: { label: right.label, text: right.value } }),
  }
}

/** A cell whose text could not be taken; `message` where the text itself may not be told. */
export function cellFinding(
  column: Column,
  rowNo: number,
  { text, problem, message }: { readonly text: string; readonly problem?: CellProblem; readonly message?: string },
): FormFinding {
  return {
    kind: 'cell',
    severity: 'hard',
    code: problem?.code ?? 'refused_cell',
    check: '',
    title: column.title,
    rowNo,
    columns: [column.id],
    message: message ?? problem?.message ?? `“${text}”没有被采用`,
    advice: problem?.advice ?? '请重新填写',
  }
}

/** Required cells of a row that nobody has filled. */
export function blankFindings(register: Register, rowNo: number, blank: readonly string[]): readonly FormFinding[] {
  return blank.map((id) => {
    const title = register.columns.find((column) => column.id === id)?.title ?? id
    return {
      kind: 'blank',
      severity: 'hard',
      code: 'blank_cell',
      check: '',
      title,
      rowNo,
      columns: [id],
      message: `“${title}”必填，还没有填`,
      advice: '请填写；数量为零的填 0',
    }
  })
}
