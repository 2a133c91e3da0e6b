/** What a column or item takes; the words are those of a pack's column types. */
export type GridKind = 'text' | 'integer' | 'number' | 'year' | 'date' | 'boolean' | 'code'

export interface GridCode {
  readonly code: string
  readonly title: string
  /** Pinyin initials, lower case, for the typed filter of the list: 九年一贯制 → jnygz. */
  readonly initials?: string
  /** Other words that are taken for this code. */
  readonly synonyms?: readonly string[]
}

/** A column of the table, and equally an item of the vertical form. */
export interface GridColumn {
  readonly id: string
  readonly title: string
  /** 序号 of the official form; without it items are counted from 1. */
  readonly no?: number
  readonly unit?: string
  /** Merged heading above the title, 类别 in the form. Columns of a group stand together. */
  readonly group?: string
  readonly kind: GridKind
  readonly codes?: readonly GridCode[]
  /** Decimal texts. Without `min` numbers must not be negative, as in the reader of workbooks. */
  readonly min?: string
  readonly max?: string
  readonly pattern?: { readonly regex: string; readonly says: string }
  readonly required?: boolean
  /** Shown for reading only: computed, or last year's. */
  readonly readOnly?: boolean
  /** 填报说明, shown below the grid while a cell of this column is active. */
  readonly hint?: string
  /** Pixels in the table; the form has one width for all values. */
  readonly width: number
}

export interface GridRow {
  readonly id: string
  readonly label: string
  /** A heading line above the first row of each group; rows of a group stand together. */
  readonly group?: string
  readonly readOnly?: boolean
}

/** `table`: a row a line. `form`: an item a line as in the official school form; each row is one column of values. */
export type GridLayout = 'table' | 'form'

/** 正在保存, 已保存, 待发送 (network or session gone), 填写有误, 有批注, 已锁定. */
export const cellStates = ['saving', 'saved', 'waiting', 'invalid', 'commented', 'locked'] as const
export type CellState = (typeof cellStates)[number]

export interface GridCell {
  /** What was typed; of a code column the code, of a boolean one 是 or 否. Empty is 未报, never 0. */
  readonly text: string
  readonly state: CellState
  /** Why it is invalid, what the comment says, why it is locked and until when. */
  readonly message?: string
  /** Said in the cell itself, below its text, in a form: what must not be overlooked. */
  readonly note?: string
  /** Who commented, locked or typed it last. */
  readonly by?: string
}

/** One changed cell. Edits come in batches: one typed value, or all of a paste, a clearing or an undo. */
export interface CellEdit {
  readonly row: string
  readonly column: string
  readonly from: string
  readonly to: string
  /** Why the text is no value of the column, by the rules of the page; it is kept and sent all the same. */
  readonly problem?: string
}

export interface CellPatch {
  readonly row: string
  readonly column: string
  readonly cell: GridCell
}

export const cellKey = (row: string, column: string): string => `${row}\t${column}`

export const EMPTY_CELL: GridCell = { text: '', state: 'saved' }
