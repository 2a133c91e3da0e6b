import type { FormColumn, FormRow, TaskDetail, TaskEntry } from '@eduduty/core/collection/tasks'
import type { GridColumn, GridKind, GridRow } from '../../platform/grid/grid-model.ts'
import { fillMessages as says } from './messages.ts'
import { isAllowed } from './permits.ts'

/** The one row of a form, whatever number the server has given it; on the wire it is 0. */
export const FORM_ROW = 'form'
/** Row beside the form that shows last year's values. */
export const LAST_YEAR = 'last'

/** Row of the grid that shows a row of the register. */
export const gridRow = (task: TaskEntry, row: number): string => (task.is_roster ? String(row) : FORM_ROW)

/** Number on the wire under which a row of the grid is changed. */
export const wireRow = (task: TaskEntry, id: string): number => (task.is_roster ? Number(id) : 0)

/** Number under which the server knows a row of the grid now. */
export function rowNumber(detail: TaskDetail, id: string): number {
  return detail.task.is_roster ? Number(id) : (detail.rows[0]?.row_no ?? 0)
}

const kinds: readonly GridKind[] = ['text', 'integer', 'number', 'year', 'date', 'boolean', 'code']

/** What a form need not fill, by what it has filled so far: it is not marked as needed. */
export const freedColumns = ({ task, rows }: Pick<TaskDetail, 'task' | 'rows'>): ReadonlySet<string> =>
  new Set(task.is_roster ? [] : rows[0]?.not_applicable)

export function gridColumns(
  columns: readonly FormColumn[],
  freed: ReadonlySet<string> = new Set(),
): readonly GridColumn[] {
  return columns.map((column) => {
    const kind = kinds.find((one) => one === column.type) ?? 'text'
    return {
      id: column.id,
      title: column.title,
      kind,
      required: column.required && !freed.has(column.id),
      width: widthOf(column, kind),
      ...(column.no !== undefined && { no: column.no }),
      ...(column.unit !== undefined && { unit: column.unit }),
      ...(column.group !== undefined && { group: column.group }),
      ...(column.codes !== undefined && { codes: column.codes }),
      ...(column.note !== undefined && { hint: column.note }),
    }
  })
}

const widths: Readonly<Record<GridKind, number>> = {
  text: 150,
  integer: 88,
  number: 96,
  year: 72,
  date: 104,
  boolean: 64,
  code: 120,
}

/** Wide enough for the values, and for the heading on two or three lines. */
function widthOf({ title, personal }: FormColumn, kind: GridKind): number {
  if (personal !== undefined) return 176
  return Math.max(widths[kind], Math.min(200, Math.ceil(title.length / 2) * 15 + 20))
}

/** One-row registers are filled item by item, with last year beside; rosters line by line. */
export function gridRows(detail: TaskDetail): readonly GridRow[] {
  const { task } = detail
  if (!task.is_roster) {
    const [row] = formRows(detail)
    const own: GridRow = { id: FORM_ROW, label: says.thisYear(task.year), readOnly: isReadOnly(detail) }
    const before = Object.keys(row?.last_year ?? {}).length > 0
    return before ? [own, { id: LAST_YEAR, label: says.lastYear, readOnly: true }] : [own]
  }
  const keys = detail.columns.filter((column) => column.is_key)
  return detail.rows.map((row) => ({
    id: String(row.row_no),
    label: rowLabel(row, keys),
    readOnly: isReadOnly(detail),
  }))
}

/** Locked for everybody now, or not this person's to fill in. */
export const isReadOnly = (detail: TaskDetail): boolean => detail.is_locked || !isAllowed(detail, 'fill')

/** Rows of the form; a form that nobody touched yet has its one row too. */
export function formRows({ task, rows }: Pick<TaskDetail, 'task' | 'rows'>): readonly FormRow[] {
  if (task.is_roster || rows.length > 0) return rows
  return [{ row_no: 0, cells: {}, refused: {}, not_applicable: [], last_year: {} }]
}

function rowLabel(row: FormRow, keys: readonly FormColumn[]): string {
  const words = keys.map(({ id }) => row.cells[id] ?? '').filter((text) => text !== '')
  return words.length === 0 ? says.row(row.row_no) : words.join(' ')
}

/** The text of the wire shows titles of codes; the grid holds the codes. */
export function gridText(column: FormColumn | undefined, text: string): string {
  return column?.codes?.find(({ title }) => title === text)?.code ?? text
}

export function wireText(column: FormColumn | undefined, text: string): string {
  return column?.codes?.find(({ code }) => code === text)?.title ?? text
}
