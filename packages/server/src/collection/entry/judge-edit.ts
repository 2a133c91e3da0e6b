import { type CellEdit, type CellResult, type CellValue, readEntry, shownEntry } from '@eduduty/core/collection'
import { maskIdNumber } from '@eduduty/core/identity'
import type { Column } from '@eduduty/core/packs'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import type { CellGuard } from '../rows/cell-guard.ts'
import type { StoredRow } from '../rows/read-register-rows.ts'

/** How cells of one form are read, shown and sealed. */
export interface CellTexts {
  readonly codes: TaskPack['reading']['codes']
  isSealed(column: Column): boolean
  /** What is stored, in the clear. */
  plain(column: Column, stored: StoredRow): string
  /** What the form shows of it. */
  shown(column: Column, stored: StoredRow): string
  close(column: Column, value: CellValue): CellValue
}

export function cellTexts({ reading: { codes } }: TaskPack, guard: CellGuard | undefined): CellTexts {
  const sealing = (column: Column): CellGuard | undefined => (isSealed(column) ? guard : undefined)
  const refusedText = (column: Column, { refused }: StoredRow): string | undefined => {
    const kept = refused[column.id]
    return kept === undefined ? undefined : (sealing(column)?.reveal(column, kept) ?? kept)
  }
  const stored = (column: Column, row: StoredRow, seen: 'reveal' | 'mask'): string => {
    const value = row.values[column.id]
    const guarded = typeof value === 'string' ? sealing(column)?.[seen](column, value) : undefined
    return refusedText(column, row) ?? guarded ?? shownEntry(value, column, codes)
  }
  return {
    codes,
    isSealed: (column) => sealing(column) !== undefined,
    plain: (column, row) => stored(column, row, 'reveal'),
    shown: (column, row) => stored(column, row, 'mask'),
    close: (column, value) => (typeof value === 'string' ? (sealing(column)?.close(column, value) ?? value) : value),
  }
}

/** What a cell holds after an edit, as it is stored; the texts are what history keeps. */
export interface TakenEdit {
  readonly column: string
  readonly value: CellValue | undefined
  readonly refusedText: string | undefined
  readonly from: string
  readonly to: string
}

export interface JudgedEdit {
  readonly result: CellResult
  /** Absent where the cell stays as it is. */
  readonly taken?: TakenEdit
}

interface EditToJudge {
  readonly stored: StoredRow
  readonly column: Column
  readonly edit: CellEdit
  readonly isOpen: boolean
}

/**
 * What becomes of one typed cell. What it holds already is no change, however it is written and whatever was seen before:
 * an answer may have been lost on its way. What somebody else has changed meanwhile is left alone.
 */
export function judgeEdit(texts: CellTexts, { stored, column, edit, isOpen }: EditToJudge): JudgedEdit {
  const now = texts.shown(column, stored)
  const at = { row_no: stored.rowNo, column: column.id }
  if (!isOpen)
    return { result: { ...at, state: 'locked', text: now, message: new AppError('collection.cell_locked').message } }
  const entry = readEntry(edit.to, column, texts.codes)
  const problem = entry.problem && { message: [entry.problem.message, entry.problem.advice].filter(Boolean).join('；') }
  const wanted = entry.refusedText ?? shownEntry(entry.value, column, texts.codes)
  if (edit.to === now || wanted === texts.plain(column, stored))
    return { result: { ...at, state: column.id in stored.refused ? 'invalid' : 'saved', text: now, ...problem } }
  if (edit.from !== now) return { result: { ...at, state: 'conflict', text: now } }
  const value = entry.value === undefined ? undefined : texts.close(column, entry.value)
  const refusedText = entry.refusedText && String(texts.close(column, entry.refusedText))
  const after: StoredRow = {
    ...stored,
    values: value === undefined ? {} : { [column.id]: value },
    refused: refusedText === undefined ? {} : { [column.id]: refusedText },
  }
  const text = texts.shown(column, after)
  const kept = (told: string): string => (texts.isSealed(column) ? maskedOnce(told) : told)
  return {
    result: { ...at, state: refusedText === undefined ? 'saved' : 'invalid', text, ...problem },
    taken: { column: column.id, value, refusedText, from: kept(now), to: kept(text) },
  }
}

/** History keeps no clear numbers: what was refused of a sealed column is masked there. */
const maskedOnce = (text: string): string => (/^.{3}\*+.{4}$/.test(text) ? text : maskIdNumber(text))
