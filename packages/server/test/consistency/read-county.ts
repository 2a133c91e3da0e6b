import {
  type Finding,
  planReading,
  type RegisterRow,
  readRows,
  recogniseSheet,
  type Sheet,
  type SheetCell,
  settleDuplicates,
} from '@eduduty/core/collection'
import type { Pack } from '@eduduty/core/packs'
import type { FormCells } from './clean-form.ts'

/** Tables as handed in: register and year → the rows as typed. */
export interface HandedIn {
  readonly register: string
  readonly year: number
  readonly rows: readonly FormCells[]
}

export interface ReadCounty {
  readonly rows: readonly RegisterRow[]
  readonly findings: readonly Finding[]
}

/** Reads tables the way the main job reads workbooks: headings, repairs, refusals, duplicates. */
export function readCounty(pack: Pack, tables: readonly HandedIn[]): ReadCounty {
  const plan = planReading(pack.registers, pack.codes ?? [])
  const parts = tables.map(({ register: id, year, rows }) => {
    const register = pack.registers.find((candidate) => candidate.id === id)
    if (register === undefined) throw new Error(`no register ${id}`)
    const columns = register.columns.filter((column) => rows.some((row) => row[column.id] !== undefined))
    const sheet = sheetOf(`${year}年${register.title}`, [
      [`${year}年${register.title}`],
      columns.map((column) => (column.unit === undefined ? column.title : `${column.title}（${column.unit}）`)),
      ...rows.map((row) => columns.map((column) => row[column.id])),
    ])
    const recognition = recogniseSheet(sheet, plan).found[0]
    if (recognition === undefined) throw new Error(`sheet of ${id} was not recognised`)
    return readRows(sheet, recognition, { file: `${year}/${register.title}.xlsx`, register, plan, defaultYear: year })
  })
  const settled = settleDuplicates(
    parts.flatMap((part) => part.rows),
    pack.registers,
  )
  return { rows: settled.rows, findings: [...parts.flatMap((part) => part.findings), ...settled.findings] }
}

function sheetOf(name: string, rows: readonly (readonly (string | number | undefined)[])[]): Sheet {
  return {
    name,
    hidden: false,
    rows: rows.map((row) => row.map(cellOf)),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  }
}

function cellOf(raw: string | number | undefined): SheetCell | undefined {
  if (raw === undefined) return undefined
  return typeof raw === 'string'
    ? { content: { kind: 'text', text: raw } }
    : { content: { kind: 'number', text: String(raw) } }
}
