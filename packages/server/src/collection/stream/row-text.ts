import type { CellValue, RegisterRow } from '@eduduty/core/collection'
import type { Column, Register } from '@eduduty/core/packs'
import { copyLine } from '../../platform/db/load-rows.ts'
import { exactValues, storable } from '../../platform/db/registers/exact-values.ts'
import { registerColumnName } from '../../platform/db/registers/register-table.ts'
import { type CellGuard, isSealed } from '../rows/cell-guard.ts'
import type { RowPlace } from './stream-protocol.ts'

/** The columns that `rowText` fills, in its order. */
export function rowColumns(register: Register): readonly string[] {
  const own = register.columns.map((column) => registerColumnName(column.id))
  return [
    'county_code',
    'org_path',
    'submission_id',
    'year',
    'sheet_no',
    'source_row',
    'exact_values',
    'refused',
    ...own,
  ]
}

/** Writes rows of a register as COPY text. `unitColumn` holds the code of the unit a row belongs to. */
export function rowTexts(
  register: Register,
  unitColumn: string | undefined,
  place: RowPlace,
  guard?: CellGuard,
): (row: RegisterRow, sheet: number) => string {
  const paths = new Map(place.paths)
  return (row, sheet) => {
    const unit = unitColumn === undefined ? undefined : row.values[unitColumn]
    const path = (typeof unit === 'string' ? paths.get(unit) : undefined) ?? place.path
    const line = row.source.row === undefined ? null : row.source.row + 1
    const cells = register.columns.map((column) => closed(column, storable(column, row.values[column.id]), guard))
    const whose = [place.county, path, place.submission, row.year, sheet, line]
    return copyLine([...whose, exactValues(register, row), closedRefusal(register, row, guard), ...cells])
  }
}

function closed(column: Column, value: CellValue | null, guard: CellGuard | undefined): CellValue | null {
  return guard !== undefined && typeof value === 'string' && isSealed(column) ? guard.close(column, value) : value
}

/** What was refused of a sealed column is as private as what was taken. */
function closedRefusal(register: Register, { refused }: RegisterRow, guard: CellGuard | undefined) {
  if (refused === undefined || guard === undefined) return refused ?? null
  const sealed = new Map(register.columns.filter(isSealed).map((column) => [column.id, column]))
  const close = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).map(([id, text]) => {
        const column = sealed.get(id)
        return [id, column === undefined ? text : guard.close(column, text)]
      }),
    )
  const { cells, numbers } = refused
  return { ...refused, ...(cells && { cells: close(cells) }), ...(numbers && { numbers: close(numbers) }) }
}
