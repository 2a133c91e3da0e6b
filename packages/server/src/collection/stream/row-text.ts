import type { RegisterRow } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import { copyLine } from '../../platform/db/load-rows.ts'
import { registerColumnName } from '../../platform/db/registers/register-table.ts'
import type { CellGuard } from '../rows/cell-guard.ts'
import { keptRow } from '../rows/kept-row.ts'
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
    const { exact, refused, cells } = keptRow(register, row, guard)
    return copyLine([place.county, path, place.submission, row.year, sheet, line, exact, refused, ...cells])
  }
}
