/** What a cell of the demo county holds: a plain value, or one of the accidents of real workbooks. */
export type DraftValue = string | number | null | DraftAccident
export type DraftAccident =
  | { readonly accident: 'error'; readonly text: string }
  /** A count that the spreadsheet turned into a date; `serial` is the day number. */
  | { readonly accident: 'date'; readonly serial: number }

export type Look = 'plain' | 'title' | 'heading' | 'group' | 'label' | 'number' | 'text' | 'note'

export interface DraftCell {
  readonly value: DraftValue
  readonly look: Look
}

/** One sheet being drawn; rows and columns count from 0. */
export interface SheetDraft {
  readonly name: string
  readonly cells: Map<string, DraftCell>
  readonly merges: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[]
  readonly widths: Map<number, number>
  readonly heights: Map<number, number>
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: Set<number>
  readonly remarks: Map<string, string>
  landscape: boolean
  /** Fill of headings, RGB without #. */
  headingFill: string
  font: string
  /** Rows repeated on every printed page, counted from 0. */
  repeat?: { readonly from: number; readonly to: number }
  freezeRows: number
}

export function createSheetDraft(name: string): SheetDraft {
  return {
    name,
    cells: new Map(),
    merges: [],
    widths: new Map(),
    heights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    remarks: new Map(),
    landscape: false,
    headingFill: 'D9E2F3',
    font: '宋体',
    freezeRows: 0,
  }
}

export function putCell(draft: SheetDraft, row: number, column: number, value: DraftValue, look: Look = 'plain'): void {
  draft.cells.set(`${row},${column}`, { value, look })
}

/** Writes a value over a range and merges it; the covered cells keep their frame. */
export function putMerged(
  draft: SheetDraft,
  range: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number },
  value: DraftValue,
  look: Look,
): void {
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) putCell(draft, row, column, null, look)
  }
  putCell(draft, range.top, range.left, value, look)
  if (range.top !== range.bottom || range.left !== range.right) draft.merges.push(range)
}
