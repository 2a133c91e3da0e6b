import type { Node } from '../../formula/index.ts'

/** Where one column of the form stands in the packet's workbook, as references of spreadsheet formulas. */
export interface PacketCell {
  /** The cell that is filled. */
  readonly value: string
  /** TRUE where it holds something that can be taken. */
  readonly known: string
  /** TRUE where the column is 不适用. */
  readonly freed: string
  /** TRUE where it still has to be filled. */
  readonly owed: string
}

/** The cells of one form by id of column. */
export interface PacketCells {
  readonly register: string
  find(column: string): PacketCell | undefined
}

/** A number or text as a spreadsheet computes it; `known` are the conditions under which it may be believed. */
export interface ExcelValue {
  readonly type: 'number' | 'text'
  /** Never an error, also where it is not known. */
  readonly value: string
  readonly known: readonly string[]
}

/** A truth of three values as two conditions: surely true, surely false; neither where it is not known. */
export interface ExcelTruth {
  readonly holds: string
  readonly fails: string
}

/** Translates formulas over the cells of one form; undefined for what reads anything else. */
export interface Excel {
  readonly cells: PacketCells
  value(node: Node): ExcelValue | undefined
  truth(node: Node): ExcelTruth | undefined
}
