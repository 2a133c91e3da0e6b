import { cellAddress, type Finding, isLost, parseAddress, type RegisterRow } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import { KeyIndex } from './key-index.ts'
import type { TakenBack } from './stream-protocol.ts'

/** What becomes of a row when the rows before it are known. */
export interface Repeated {
  readonly findings: readonly Finding[]
  /** Taken: the row is handed over. */
  readonly isTaken: boolean
  /** An earlier row that was handed over and is refused now, with what is left of it: its key. */
  readonly instead?: { readonly former: TakenBack; readonly row: RegisterRow; readonly sheet: number }
}

const TAKEN: Repeated = { findings: [], isTaken: true }

/**
 * Finds rows with one key across a whole file without keeping them: the same row twice is taken once with a note, rows
 * that differ refuse each other and leave one row with the key alone, so that whose it is still counts.
 */
export function watchRepeats(register: Register): (row: RegisterRow, sheet: number) => Repeated {
  const keys = register.columns.filter((column) => column.dimension !== undefined)
  const index = new KeyIndex()
  const sheetOf: number[] = []
  const lineOf: number[] = []
  const cellsOf: number[] = []
  const names: string[] = []
  const keyColumn = keys[0]?.id
  return (row, sheet) => {
    if (isLost(register, row)) return TAKEN
    names[sheet] = row.source.sheet
    const key = JSON.stringify([row.year, ...keys.map((column) => row.values[column.id] ?? null)])
    const values = register.columns.map((column) => String(row.values[column.id] ?? '')).join('\u001f')
    const record = sheetOf.length
    const before = index.add(key, values, record)
    if (before === undefined) {
      sheetOf.push(sheet)
      lineOf.push((row.source.row ?? 0) + 1)
      cellsOf.push(Object.keys(row.values).length)
      return TAKEN
    }
    const former = {
      sheet: sheetOf[before.record] ?? sheet,
      line: lineOf[before.record] ?? 0,
      cells: cellsOf[before.record] ?? 0,
    }
    const formerName = names[former.sheet] ?? row.source.sheet
    const cell = keyColumn === undefined ? undefined : row.source.cellOf(keyColumn)
    const formerCell = addressAbove(cell, former.line)
    const here = whereIs(row, register, cell)
    const there = { ...whereIs(row, register, formerCell), sheet: formerName }
    if (before.isSame && !before.isDisputed) {
      const message = `与 ${row.source.file}“${formerName}”${formerCell ?? ''} 完全相同，只采用一次`
      return { findings: [{ level: 'note', code: 'repeated_row', message, ...here }], isTaken: false }
    }
    const findings = [disputed(register, here, there)]
    if (before.isDisputed) return { findings, isTaken: false }
    return {
      findings: [disputed(register, there, here), ...findings],
      isTaken: false,
      instead: {
        former,
        row: keyAlone(
          row,
          keys.map((column) => column.id),
          [there, here],
        ),
        sheet,
      },
    }
  }
}

type Where = Pick<Finding, 'file' | 'sheet' | 'cell' | 'register' | 'column' | 'unit'>

function whereIs(row: RegisterRow, register: Register, cell: string | undefined): Where {
  const key = register.columns.find((column) => column.dimension !== undefined)
  const unit = key === undefined || key.personal !== undefined ? undefined : row.values[key.id]
  return {
    file: row.source.file,
    sheet: row.source.sheet,
    ...(cell === undefined ? {} : { cell }),
    register: register.id,
    ...(key === undefined ? {} : { column: key.id }),
    ...(typeof unit === 'string' ? { unit } : {}),
  }
}

function addressAbove(cell: string | undefined, line: number): string | undefined {
  const place = cell === undefined ? undefined : parseAddress(cell)
  return place === undefined ? undefined : cellAddress(line - 1, place.column)
}

function disputed(register: Register, where: Where, other: Where): Finding {
  const said = `${other.file ?? ''}“${other.sheet ?? ''}”${other.cell ?? ''}`
  return {
    level: 'error',
    code: 'duplicate_unit',
    message: `${register.row_is.replace(/^一/, '同一')}在同一年报了多次，与 ${said} 不一致，都没有采用`,
    advice: '删去错误或过时的一份，只留一份',
    ...where,
  }
}

function keyAlone(row: RegisterRow, keys: readonly string[], places: readonly Where[]): RegisterRow {
  const values = Object.fromEntries(Object.entries(row.values).filter(([column]) => keys.includes(column)))
  const said = places.map((place) => `${place.file ?? ''}“${place.sheet ?? ''}”${place.cell ?? ''}`).join('、')
  return { ...row, values, refused: { row: `报了多份且不一致（${said}）` } }
}
